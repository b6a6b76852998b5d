namespace MnM.Tests.Hosting;

/// <summary>A clock that stands still until the test moves it; for code that reads the time and sets no timers.</summary>
internal sealed class ManualClock : TimeProvider
{
    private DateTimeOffset _now = DateTimeOffset.UnixEpoch;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan time) => _now += time;
}
