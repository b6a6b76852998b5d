using MnM.Collector;

namespace MnM.Web.Shell;

/// <summary>Starts and stops the demo. Both restart the host, so the page that asked is loaded anew by the browser.</summary>
/// <param name="start">Restarts MnM with the simulator; null where this MnM cannot be switched.</param>
/// <param name="stop">Restarts MnM without it; null where this MnM cannot be switched.</param>
public sealed class DemoSwitch(Action? start, Action? stop)
{
    /// <summary>Whether the demo can be started and stopped from a page.</summary>
    public bool CanSwitch => start is not null && stop is not null;

    /// <summary>How the last wish to switch goes; in the other mode there is another switch.</summary>
    public Feed<DemoWish> Wishes { get; } = new(DemoWish.None);

    /// <summary>Starts the demo; returns at once.</summary>
    public void StartDemo() => Begin(start);

    /// <summary>Stops the demo; returns at once.</summary>
    public void StopDemo() => Begin(stop);

    /// <summary>Tells that the switch could not be made, and why.</summary>
    public void Fail(string reason) => Wishes.Publish(new DemoWish(false, reason));

    private void Begin(Action? act)
    {
        if (act is not null)
        {
            Wishes.Publish(new DemoWish(true, null));
            act();
        }
    }
}

/// <summary>A wish to switch the demo: under way, or failed for a reason that a person can read.</summary>
public sealed record DemoWish(bool IsUnderWay, string? Fault)
{
    /// <summary>Nobody asked.</summary>
    public static DemoWish None { get; } = new(false, null);
}
