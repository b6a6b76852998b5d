namespace MnM.Simulator.World.Writing;

/// <summary>What a team has taken so far.</summary>
internal sealed class TeamTally
{
    public int Kills { get; set; }
    public int Towers { get; set; }
    public int Inhibitors { get; set; }
    public int Dragons { get; set; }
    public int Elders { get; set; }
    public int Barons { get; set; }
    public int Heralds { get; set; }
    public int Grubs { get; set; }
    public int Atakhans { get; set; }

    /// <summary>Which of "champion", "tower", … this team was the first to take.</summary>
    public HashSet<string> Firsts { get; } = [];
}
