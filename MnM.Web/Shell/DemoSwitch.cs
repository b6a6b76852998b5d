namespace MnM.Web.Shell;

/// <summary>Starts and stops the demo. Both restart the host, so the page that asked is loaded anew by the browser.</summary>
/// <param name="start">Restarts MnM with the simulator; null where this MnM cannot be switched.</param>
/// <param name="stop">Restarts MnM without it; null where this MnM cannot be switched.</param>
public sealed class DemoSwitch(Action? start, Action? stop)
{
    /// <summary>Whether the demo can be started and stopped from a page.</summary>
    public bool CanSwitch => start is not null && stop is not null;

    /// <summary>Starts the demo; returns at once.</summary>
    public void StartDemo() => start?.Invoke();

    /// <summary>Stops the demo; returns at once.</summary>
    public void StopDemo() => stop?.Invoke();
}
