using MnM.Collector.Matches.Played;
using MnM.Collector.Matches.Pool;
using static MnM.Tests.History.Time.Play;

namespace MnM.Tests.Matches.Pool;

/// <summary>Champion pool, personal bests and mates of a player's games.</summary>
public sealed class PoolTests
{
    private static readonly Rates Plain = new(RateMethod.None, 0.5);

    [Fact]
    public void Champions_stand_by_their_games_with_what_was_done_in_them()
    {
        PlayedGame[] games =
        [
            Game("2026-11-01 12:00") with { Champion = Lux },
            Game("2026-11-02 12:00", won: true) with { Kills = 10, Deaths = 0, Assists = 4, Cs = 240 },
            Game("2026-11-03 12:00", won: false) with { Kills = 2, Deaths = 4, Assists = 0, Cs = 120 },
            Remake("2026-11-04 12:00"),
        ];
        var pool = ChampionPool.Of(games, Plain);
        Assert.Equal([("Ahri", 2), ("Lux", 1)], pool.Select(champion => (champion.Champion.Name, champion.Games)));
        Assert.Equal((1, 2, 60.0, At("2026-11-03 12:00")), (pool[0].Rate.Wins, pool[0].Rate.Games, pool[0].Played.TotalMinutes, pool[0].LastPlayed!.Value));
        Assert.Equal((6.0, 2.0, 2.0, 6.0, 4.0), (pool[0].Average!.Kills, pool[0].Average!.Deaths, pool[0].Average!.Assists, pool[0].Average!.CsPerMinute, pool[0].Average!.Kda));
    }

    [Fact]
    public void A_champion_who_never_died_has_the_sum_as_KDA() =>
        Assert.Equal(14, Assert.Single(ChampionPool.Of([Game("2026-11-02 12:00") with { Kills = 10, Deaths = 0, Assists = 4 }], Plain)).Average!.Kda);

    [Fact]
    public void Arena_has_games_and_time_in_the_pool_and_no_share_and_no_figures()
    {
        var champion = Assert.Single(ChampionPool.Of([Arena("2026-11-01 12:00")], Plain));
        Assert.Equal((1, 20.0, 0, null), (champion.Games, champion.Played.TotalMinutes, champion.Rate.Games, champion.Average));
    }

    [Fact]
    public void Each_best_is_that_of_its_game()
    {
        var (killer, farmer, quick) = (
            Game("2026-11-01 12:00", 40, won: false) with { Kills = 21, Damage = 52_000 },
            Game("2026-11-02 12:00", 30) with { Cs = 330, VisionScore = 61, Deaths = 0, Kills = 3, Assists = 15 },
            Game("2026-11-03 12:00", 16) with { Cs = 100 });
        var bests = PersonalBests.Of([killer, farmer, quick]).ToDictionary(best => best.Kind);
        Assert.Equal([(21.0, killer), (52_000.0, killer), (2400.0, killer)], Told(BestKind.Kills, BestKind.Damage, BestKind.Longest));
        Assert.Equal([(330.0, farmer), (11.0, farmer), (61.0, farmer), (18.0, farmer)], Told(BestKind.Cs, BestKind.CsPerMinute, BestKind.Vision, BestKind.Kda));
        Assert.Equal((960.0, quick), Assert.Single(Told(BestKind.ShortestWin)));

        IEnumerable<(double, PlayedGame)> Told(params BestKind[] kinds) => kinds.Select(kind => (bests[kind].Value, bests[kind].Game));
    }

    [Fact]
    public void Arena_bots_custom_games_and_remakes_hold_no_best()
    {
        Assert.Empty(PersonalBests.Of([Arena("2026-11-01 12:00"), Remake("2026-11-02 12:00"), Game("2026-11-03 12:00") with { QueueId = 850 }, Game("2026-11-04 12:00") with { QueueId = 0 }]));
        Assert.Empty(PersonalBests.Of([]));
    }

    [Fact]
    public void Whoever_did_the_same_again_keeps_the_first_game_and_nobody_is_best_in_nothing()
    {
        var bests = PersonalBests.Of([Game("2026-11-05 12:00", won: false), Game("2026-11-01 12:00", won: false) with { VisionScore = 0 }]).ToDictionary(best => best.Kind);
        Assert.Equal(At("2026-11-01 12:00"), bests[BestKind.Kills].Game.StartedAt);
        Assert.DoesNotContain(BestKind.ShortestWin, bests.Keys);
        Assert.Equal(At("2026-11-05 12:00"), bests[BestKind.Vision].Game.StartedAt);
    }

    [Fact]
    public void Paces_of_short_games_are_no_bests() =>
        Assert.Equal(At("2026-11-01 12:00"), PersonalBests.Of([Game("2026-11-01 12:00"), Game("2026-11-02 12:00", 5)]).Single(best => best.Kind == BestKind.CsPerMinute).Game.StartedAt);

    [Fact]
    public void Mates_are_those_of_three_games_on_the_Rift_or_in_ARAM()
    {
        var (friend, rare, nameless) = (new Companion("f", "Friend", "EUW", 9), new Companion("r", "Rare", "EUW", 9), new Companion("n", "", "", 9));
        PlayedGame[] games =
        [
            With("2026-11-01 12:00", friend, nameless),
            With("2026-11-02 12:00", friend, nameless, rare),
            With("2026-11-03 12:00", friend, nameless, rare) with { Mode = "ARAM", QueueId = 450, Outcome = Outcome.Lost },
            With("2026-11-04 12:00", rare) with { Mode = "CHERRY", QueueId = 1700 },
            With("2026-11-05 12:00", rare) with { Mode = "URF", QueueId = 1900 },
            With("2026-11-06 12:00", rare) with { Outcome = Outcome.Remake },
            With("2026-11-07 12:00", rare) with { QueueId = 850 },
            With("2026-11-08 12:00", rare) with { QueueId = 0 },
        ];
        var mate = Assert.Single(Mates.Of(games, Plain, 10));
        Assert.Equal((friend, 3, 2, At("2026-11-03 12:00")), (mate.Companion, mate.Rate.Games, mate.Rate.Wins, mate.LastPlayed!.Value));
        Assert.Empty(Mates.Of(games, Plain, 0));
    }

    [Fact]
    public void A_mate_share_is_drawn_towards_the_mean_of_all()
    {
        var friend = new Companion("f", "Friend", "EUW", 10);
        var games = Enumerable.Range(1, 10).Select(day => With($"2026-11-{day:00} 12:00", friend));
        Assert.Equal(100 * (10 + 10) / 30.0, Assert.Single(Mates.Of(games, new Rates(RateMethod.Shrunk, 0.5), 10)).Rate.Percent!.Value, 9);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_filter_leaves_what_fits_in_all(bool fits)
    {
        var filter = new PoolFilter { Champion = fits ? 103 : 99, Queue = 420, Role = "MIDDLE", Patch = "16.6", From = At("2026-11-01 12:00"), Before = At("2026-11-01 12:01"), Result = MatchResult.Lost };
        Assert.Equal(fits, filter.Leaves(Game("2026-11-01 12:00")));
        Assert.All<PoolFilter>(
            [new() { Queue = 440 }, new() { Role = "TOP" }, new() { Patch = "16.7" }, new() { From = At("2026-11-01 12:01") }, new() { Before = At("2026-11-01 12:00") }],
            other => Assert.False(other.Leaves(Game("2026-11-01 12:00"))));
        Assert.True(PoolFilter.None.Leaves(Game(null)));
    }

    private static PlayedGame With(string start, params Companion[] companions) => Game(start) with { With = [.. companions] };
}
