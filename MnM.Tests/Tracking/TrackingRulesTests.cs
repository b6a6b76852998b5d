using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Tracking;
using MnM.Collector.Tracking.Completion;
using MnM.Collector.Tracking.Detection;
using MnM.Collector.Tracking.Friends;
using MnM.Collector.Tracking.Sweeping;
using MnM.Simulator;

namespace MnM.Tests.Tracking;

/// <summary>The pure decisions of tracking but for the plan of detection.</summary>
public sealed class TrackingRulesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 10, 3, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(1, 0, true)]
    [InlineData(2, 0, true)]
    [InlineData(3, 0, false)]
    [InlineData(3, 1, true)]
    [InlineData(4, 1, false)]
    [InlineData(5, 2, true)]
    [InlineData(20, 1, false)]
    public void Nearly_all_games_missing_at_once_are_an_outage(int missing, int shown, bool areOver)
    {
        var (gone, isOutage) = Missing.Judge([.. Enumerable.Range(0, missing).Select(game => new MissingGame($"EUW1_{game}", null))], shown);
        Assert.Equal((areOver ? missing : 0, !areOver), (gone.Length, isOutage));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(14, 1)]
    [InlineData(30, 2)]
    [InlineData(60, 4)]
    [InlineData(119, 4)]
    [InlineData(121, 15)]
    public void A_result_that_is_not_there_is_asked_for_less_and_less_often(int minutesSinceEnd, double wait)
    {
        var game = Game() with { GoneAt = Noon };
        var now = Noon.AddMinutes(minutesSinceEnd);
        Assert.Equal(wait, (CompletionPlan.AfterNothing(Row(game), now, Minute) - now).TotalMinutes, 3);
    }

    [Fact]
    public void Without_a_hint_of_its_end_a_game_is_asked_for_every_four_minutes_once_it_can_be_over()
    {
        var seen = CompletionPlan.WhileSeen(Row(Game()), Noon.AddMinutes(3));
        Assert.Equal(Noon.AddMinutes(19), seen);
        Assert.Equal(Noon.AddMinutes(44), CompletionPlan.WhileSeen(Row(Game()), Noon.AddMinutes(40)));
        Assert.Equal(Noon.AddMinutes(44), CompletionPlan.AfterNothing(Row(Game()), Noon.AddMinutes(40), Minute));
    }

    [Fact]
    public void A_plan_never_reaches_so_far_ahead_that_a_clock_set_back_could_hide_in_it()
    {
        var row = Row(Game());
        foreach (var minutes in new[] { -100_000, -60, 0, 10, 30, 60, 150, 10_000 })
        {
            var now = Noon.AddMinutes(minutes);
            Assert.InRange(CompletionPlan.WhileSeen(row, now) - now, TimeSpan.Zero, CompletionPlan.Furthest);
            Assert.InRange(CompletionPlan.AfterNothing(row, now, Minute) - now, TimeSpan.Zero, CompletionPlan.Furthest);
        }
    }

    [Fact]
    public void The_time_that_decides_never_runs_ahead_of_the_time_that_passes()
    {
        var clock = new SimulatorClock();
        var steady = new SteadyTime(clock);
        var start = clock.GetUtcNow();
        clock.SetWall(TimeSpan.FromDays(3));
        clock.Advance(60);
        Assert.Equal(start.AddMinutes(1), steady.Now);
        clock.SetWall(TimeSpan.FromDays(-4));
        Assert.Equal(start.AddMinutes(1).AddDays(-1), steady.Now);
    }

    [Fact]
    public void Lists_of_hidden_players_are_gone_through_within_four_minutes_while_all_others_wait_too()
    {
        var waited = Enumerable.Range(1, 120).ToDictionary(id => new Watch(id, RiotProduct.League), _ => (TimeSpan?)null);
        var (interval, longest) = (TimeSpan.FromSeconds(30), TimeSpan.Zero);
        var others = TimeSpan.Zero;
        for (var tick = 0; tick < 300; tick++)
        {
            var plan = SweepPlan.Of([.. waited.Select(pair => new SweepState(pair.Key, pair.Value, pair.Key.PlayerId <= 18, Plays: true))], 5, interval).ToHashSet();
            foreach (var watch in waited.Keys)
            {
                var isHidden = watch.PlayerId <= 18;
                longest = tick > 60 && isHidden && waited[watch] > longest ? waited[watch]!.Value : longest;
                others = tick > 60 && !isHidden && waited[watch] > others ? waited[watch]!.Value : others;
                waited[watch] = plan.Contains(watch) ? interval : waited[watch] + interval;
            }
        }

        Assert.InRange(longest, Minute, 4 * Minute);
        Assert.InRange(others, Minute, 30 * Minute);
    }

    [Theory]
    [InlineData("GOLD", "IV", 10, "SILVER", "I", 90, 20)]
    [InlineData("MASTER", "", 5, "DIAMOND", "I", 99, 6)]
    [InlineData("CHALLENGER", "", 900, "GRANDMASTER", "", 850, 50)]
    [InlineData("GOLD", "I", 0, "GOLD", "II", 100, 0)]
    public void Points_are_counted_through_divisions_and_tiers(string tier, string division, int points, string oldTier, string oldDivision, int oldPoints, int change) =>
        Assert.Equal(change, LadderPoints.Of(new PlayerRank(tier, division, points, 0, 0)) - LadderPoints.Of(new PlayerRank(oldTier, oldDivision, oldPoints, 0, 0)));

    [Fact]
    public void A_tier_that_nobody_knows_has_no_points_to_compare() => Assert.Null(LadderPoints.Of(new PlayerRank("OPAL", "I", 1, 0, 0)));

    [Fact]
    public void The_week_begins_on_Monday_and_the_day_at_midnight_of_this_machine()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("two ahead", TimeSpan.FromHours(2), "two ahead", "two ahead");
        var (day, week) = Calendar.Of(new DateTimeOffset(2026, 10, 3, 22, 30, 0, TimeSpan.Zero), zone);
        Assert.Equal(new DateTimeOffset(2026, 10, 3, 22, 0, 0, TimeSpan.Zero), day);
        Assert.Equal(new DateTimeOffset(2026, 9, 27, 22, 0, 0, TimeSpan.Zero), week);
    }

    private static GameTimes Game() => new(Noon, null);

    private static TrackedGame Row(GameTimes times) => new() { PlayerId = 1, GameId = "EUW1_1", DetectedAt = times.StartedAt, StartedAt = times.StartedAt, QueueType = 420, GoneAt = times.GoneAt };

    private sealed record GameTimes(DateTimeOffset StartedAt, DateTimeOffset? GoneAt);
}
