using MnM.Collector.History.Import;

namespace MnM.Tests.History.Import;

/// <summary>How fast an import is, and when it will be done.</summary>
public sealed class ImportPaceTests
{
    [Theory]
    [InlineData(0, 60, null)]
    [InlineData(100, 240, 50.0)]
    [InlineData(100, 30, 200.0)]
    [InlineData(5, 0, 300.0)]
    public void What_came_is_told_by_the_minute(int came, int seconds, double? perMinute) =>
        Assert.Equal(perMinute, ImportPace.PerMinute(came, TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(900, 50, 1200.0, 10, 18.0)]
    [InlineData(900, 50, 25.0, 300, 36.0)]
    [InlineData(900, 50, 90.0, 300, 18.0)]
    [InlineData(900, 50, null, 300, 18.0)]
    [InlineData(0, 50, 50.0, 300, 0.0)]
    public void The_first_rush_of_a_window_is_no_pace_and_nothing_is_faster_than_the_limits(int requests, double allowed, double? measured, int age, double minutes) =>
        Assert.Equal(minutes, ImportPace.Left(requests, allowed, measured, TimeSpan.FromSeconds(age)).TotalMinutes, precision: 6);
}
