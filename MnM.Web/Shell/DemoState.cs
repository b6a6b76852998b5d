namespace MnM.Web.Shell;

/// <summary>Whether this MnM shows the simulator's game instead of a real one.</summary>
public sealed class DemoState(bool isDemo)
{
    /// <summary>True while the game, its players and its numbers are invented.</summary>
    public bool IsDemo => isDemo;
}
