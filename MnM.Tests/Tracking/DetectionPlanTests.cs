using MnM.Collector.Riot;
using MnM.Collector.Tracking;
using MnM.Collector.Tracking.Detection;

namespace MnM.Tests.Tracking;

public sealed class DetectionPlanTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    [Fact]
    public void Who_has_just_finished_a_game_is_asked_about_more_often()
    {
        var states = Enumerable.Range(1, 60).Select(id => id == 1 ? Idle(id) with { SinceGame = Minutes(3) } : Idle(id)).ToArray();
        var plan = Plan(10, states);
        Assert.Equal(TimeSpan.FromMinutes(3), plan.Round);
        Assert.Equal(0.5, plan.Every[Of(1)] / plan.Every[Of(2)], 3);
        Assert.Equal(Of(1), plan.Order[0]);
    }

    [Fact]
    public void A_round_asks_about_those_who_are_not_in_a_game()
    {
        var idle = Enumerable.Range(1, 60).Select(id => Idle(id));
        var playing = Enumerable.Range(61, 30).Select(id => Playing(id, $"EUW1_{id}", 5, 420));
        Assert.Equal(TimeSpan.FromMinutes(3), Plan(10, [.. idle, .. playing]).Round);
    }

    [Theory]
    [InlineData(420, 14, false)]
    [InlineData(420, 15, true)]
    [InlineData(450, 10, true)]
    [InlineData(450, 9, false)]
    [InlineData(9999, 15, true)]
    public void A_game_that_cannot_be_over_is_not_asked_about(int queue, int minutes, bool isAsked) =>
        Assert.Equal(isAsked, Plan(10, Playing(1, "EUW1_1", minutes, queue)).Order.Contains(Of(1)));

    [Fact]
    public void Teamfight_Tactics_lasts_twenty_minutes_at_least()
    {
        var watch = new Watch(1, RiotProduct.Tactics);
        Assert.Empty(Plan(10, new WatchState(watch) { Game = new RunningGame("EUW1_1", 1100, Minutes(19), Minutes(14)) }).Order);
        Assert.Equal(watch, Assert.Single(Plan(10, new WatchState(watch) { Game = new RunningGame("EUW1_1", 1100, Minutes(20), Minutes(19)) }).Order));
    }

    [Fact]
    public void Two_looks_find_a_game_that_is_called_off_and_a_remake()
    {
        foreach (var look in new[] { 2, 5 })
        {
            var early = Playing(1, "EUW1_1", look, 420);
            Assert.Contains(Of(1), Plan(10, early).Order);
            Assert.Empty(Plan(10, early with { Game = early.Game! with { Running = Minutes(look + 1), SinceSeen = Minutes(1) } }).Order);
        }
    }

    [Fact]
    public void One_of_a_games_people_tells_for_all_and_not_always_the_same()
    {
        var both = new[] { Playing(1, "EUW1_1", 20, 420) with { Waited = Minutes(1) }, Playing(2, "EUW1_1", 20, 420) with { Waited = Minutes(2) } };
        Assert.Equal(Of(2), Assert.Single(Plan(10, both).Order));
    }

    [Fact]
    public void Who_plays_one_product_is_not_asked_about_the_other() => Assert.Empty(Plan(10, Idle(1) with { PlaysOther = true }).Order);

    [Fact]
    public void Whom_the_spectator_does_not_show_is_seldom_asked_about()
    {
        var plan = Plan(1, Idle(1), Idle(2) with { IsHidden = true, SinceGame = Minutes(1) });
        Assert.Equal(8, plan.Every[Of(2)] / plan.Every[Of(1)], 3);
    }

    [Theory]
    [InlineData(60, 20, 0)]
    [InlineData(60, 20, 10)]
    [InlineData(120, 20, 40)]
    [InlineData(120, 20, 119)]
    [InlineData(120, 7, 30)]
    public void Nobody_waits_longer_than_one_and_a_half_rounds_however_many_are_urgent(int people, int questions, int urgent)
    {
        var waited = Enumerable.Range(1, people).ToDictionary(id => Of(id), _ => (TimeSpan?)null);
        var longest = TimeSpan.Zero;
        var round = TimeSpan.Zero;
        for (var tick = 0; tick < 200; tick++)
        {
            var plan = Plan(questions, [.. waited.Keys.Select(watch => new WatchState(watch) { Waited = waited[watch], SinceGame = watch.PlayerId <= urgent ? Minutes(1) : null })]);
            round = plan.Round;
            var asked = plan.Order.Take(questions).ToHashSet();
            foreach (var watch in waited.Keys)
            {
                longest = tick > 20 && watch.PlayerId > urgent && waited[watch] > longest ? waited[watch]!.Value : longest;
                waited[watch] = asked.Contains(watch) ? Interval : waited[watch] + Interval;
            }
        }

        // The rest of a question is asked a round of the loop later.
        Assert.InRange(longest, TimeSpan.Zero, (1.5 * round) + (2 * Interval));
    }

    [Fact]
    public void Where_limits_allow_it_everybody_is_asked_about_in_each_round()
    {
        var plan = Plan(1200, [.. Enumerable.Range(1, 120).Select(id => Idle(id) with { Waited = Interval })]);
        Assert.Equal(Interval, plan.Round);
        Assert.Equal(120, plan.Order.Length);
        Assert.All(plan.Every.Values, every => Assert.Equal(Interval, every));
    }

    private static DetectionPlan Plan(int questions, params WatchState[] states) => DetectionPlan.Of(states, questions, Interval);

    private static Watch Of(long id) => new(id, RiotProduct.League);

    private static WatchState Idle(long id) => new(Of(id)) { Waited = Minutes(30) };

    private static WatchState Playing(long id, string game, int minutes, int queue) =>
        new(Of(id)) { Waited = Minutes(minutes), Game = new RunningGame(game, queue, Minutes(minutes), Minutes(minutes > 5 ? 1 : minutes)) };

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
