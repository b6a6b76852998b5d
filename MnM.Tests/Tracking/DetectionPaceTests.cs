using MnM.Simulator.World.Friends;

namespace MnM.Tests.Tracking;

/// <summary>The plan of detection through a week of friends who play in sessions and parties, on the limits of a personal key.</summary>
public sealed class DetectionPaceTests
{
    private const int Questions = 20;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Half_of_all_games_are_found_within_45_seconds_and_nearly_all_within_a_round(int seed)
    {
        var run = Play(seed, friends: 60, days: 7);
        var told = $"{run.Found.Count} found, {run.Missed} missed, median {run.Seconds(0.5):0} s, slow {run.Seconds(0.99):0} s, {run.Rounds(0.99):0.00} rounds";
        Assert.True(run.Found.Count > 2_500, told);
        Assert.True(run.Missed <= run.Found.Count / 100, told);
        Assert.True(run.Seconds(0.5) <= 45, told);
        Assert.True(run.Rounds(0.99) <= 1.2, told);
    }

    [Fact]
    public void Of_twelve_friends_nearly_all_games_are_found_within_a_minute()
    {
        var run = Play(1, friends: 12, days: 3);
        Assert.True(run.Seconds(0.99) <= 60, $"{run.Seconds(0.99)} s of {run.Found.Count}");
    }

    private static DetectedWeek Play(int seed, int friends, int days)
    {
        var start = new DateTimeOffset(2026, 10, 5, 0, 0, 0, TimeSpan.Zero);
        var week = new DetectedWeek(new FriendsWeek(new FriendsWeekOptions { Start = start, Friends = friends, Days = days, Seed = seed }), Questions);
        week.Pass(start.AddHours(7.5), start.AddDays(days).AddHours(2));
        return week;
    }
}
