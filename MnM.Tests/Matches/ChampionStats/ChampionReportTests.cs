using MnM.Collector.Matches.ChampionStats;

namespace MnM.Tests.Matches.ChampionStats;

/// <summary>How a champion's figures are made.</summary>
public sealed class ChampionReportTests
{
    [Fact]
    public void Figures_are_means_over_time_and_over_games()
    {
        ChampionGame[] games = [.. Games(5), .. Games(5, game => game with { IsWon = false, Kills = 1, Deaths = 5, Assists = 3, Cs = 60, Gold = 6000, Seconds = 600, Damage = 5000 })];
        var figures = ChampionReport.Of(games, ChampionFilter.None, isCut: false).All;
        Assert.Equal((10, 5), (figures.Share.Games, figures.Share.Wins));
        var averages = figures.Averages!;
        Assert.Equal((3, 3.5, 5), (averages.Kills, averages.Deaths, averages.Assists));
        Assert.Equal(80.0 / 35, averages.Kda!.Value, 9);

        // 240 of 40 minutes, not the mean of 6 and 6 by chance: the long games have 180 in 30.
        Assert.Equal(5 * (180 + 60) / (5 * 40.0), averages.CsPerMinute!.Value, 9);
        Assert.Equal(5 * (12000 + 6000) / (5 * 40.0), averages.GoldPerMinute!.Value, 9);
        Assert.Equal((0.2 + 0.05) / 2, averages.DamageShare!.Value, 9);
    }

    [Fact]
    public void What_cannot_be_divided_is_not_told()
    {
        var averages = ChampionReport.Of(Games(10, game => game with { Deaths = 0, Seconds = 0, TeamDamage = 0 }), ChampionFilter.None, false).All.Averages!;
        Assert.Equal((null, null, null, null), (averages.Kda, averages.CsPerMinute, averages.GoldPerMinute, averages.DamageShare));
    }

    [Fact]
    public void Of_nine_games_nothing_is_claimed()
    {
        var figures = ChampionReport.Of(Games(9), ChampionFilter.None, false).All;
        Assert.Equal((9, false, null), (figures.Share.Games, figures.Share.IsEnough, figures.Averages));
    }

    [Fact]
    public void Arena_bots_custom_games_and_what_was_called_off_are_set_aside_and_told()
    {
        ChampionGame[] games =
        [
            .. Games(3), .. Games(2, game => game with { QueueId = 1700, Mode = "CHERRY" }), .. Games(1, game => game with { QueueId = 0 }),
            .. Games(1, game => game with { QueueId = 850 }), .. Games(1, game => game with { IsCalledOff = true }),
        ];
        var report = ChampionReport.Of(games, ChampionFilter.None, false);
        Assert.Equal((3, 3, new SetAside(1, 2, 2)), (report.All.Share.Games, report.Counted, report.SetAside));
        Assert.DoesNotContain(report.Queues, queue => queue.Key is 0 or 850 or 1700);
        Assert.Equal([new HeldCount(3157, 3, 3), new HeldCount(3020, 3, 3)], report.Items.OrderByDescending(item => item.Id));
    }

    [Fact]
    public void Groups_leave_their_own_filter_aside_and_stand_in_their_order()
    {
        ChampionGame[] games =
        [
            .. Games(4, game => game with { Role = "UTILITY", Patch = "16.9" }), .. Games(3, game => game with { Role = "TOP", Patch = "16.10" }),
            .. Games(2, game => game with { Role = "", Patch = "", QueueId = 450, Mode = "ARAM" }),
        ];
        var report = ChampionReport.Of(games, new ChampionFilter { Role = "TOP" }, false);
        Assert.Equal(3, report.All.Share.Games);
        Assert.Equal([("TOP", 3), ("UTILITY", 4), ("", 2)], report.Roles.Select(group => (group.Key, group.Figures.Share.Games)));
        Assert.Equal([("16.10", 3)], report.Patches.Select(group => (group.Key, group.Figures.Share.Games)));
        Assert.Equal(["16.10", "16.9", ""], ChampionReport.Of(games, ChampionFilter.None, false).Patches.Select(group => group.Key));
        Assert.Equal([420, 450], ChampionReport.Of(games, ChampionFilter.None, false).Queues.Select(group => group.Key));
    }

    [Fact]
    public void An_item_counts_once_a_game_and_trinkets_not_at_all()
    {
        var report = ChampionReport.Of([.. Games(1, game => game with { Items = "3157,3157,0,3020,0,0,3340" }), .. Games(1, game => game with { Items = "" })], ChampionFilter.None, false);
        Assert.Equal([(3020, 1, 2), (3157, 1, 2)], report.Items.Select(item => (item.Id, item.Games, item.Of)));
        Assert.Equal(0.5, report.Items[0].Share);
        Assert.Equal([3157, 3157, 3020, 3340], ChampionReport.ItemsInOrder(report.Latest[0]).AsEnumerable());
    }

    private static List<ChampionGame> Games(int count, Func<ChampionGame, ChampionGame>? change = null)
    {
        var game = new ChampionGame
        {
            MatchId = "EUW1_1",
            Number = 3,
            StartedAt = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero),
            QueueId = 420,
            Mode = "CLASSIC",
            Patch = "16.22",
            Role = "MIDDLE",
            IsCalledOff = false,
            IsWon = true,
            Kills = 5,
            Deaths = 2,
            Assists = 7,
            Cs = 180,
            Gold = 12000,
            Damage = 20000,
            TeamDamage = 100000,
            Seconds = 1800,
            Items = "3157,3020,0,0,0,0,3340",
            Keystone = 8112,
        };
        return [.. Enumerable.Repeat(change?.Invoke(game) ?? game, count)];
    }
}
