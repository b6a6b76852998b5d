namespace MnM.Tests.Scouting;

/// <summary>A clock that stands, so far ahead of UTC.</summary>
internal sealed class ZonedClock(DateTimeOffset now, TimeSpan ahead) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("of the test", ahead, null, null);

    public override DateTimeOffset GetUtcNow() => now;
}
