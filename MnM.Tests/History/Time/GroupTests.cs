using MnM.Collector.History.Time;
using MnM.Collector.Matches.Played;
using MnM.Collector.Players;
using static MnM.Tests.History.Time.Play;

namespace MnM.Tests.History.Time;

/// <summary>Games by champion, role, side and length, and what a filter leaves of them.</summary>
public sealed class GroupTests
{
    [Fact]
    public void The_quadrant_parts_champions_of_ten_games_or_more_by_median_and_mean()
    {
        // Ahri 6 of 10, Lux 3 of 12, Zoe 15 of 20, and nine games as another: a mean of 24 of 51, a median of 12.
        var games = Of(1, "Ahri", 10, 6).Concat(Of(2, "Lux", 12, 3)).Concat(Of(3, "Zoe", 20, 15)).Concat(Of(4, "Karma", 9, 0)).ToList();
        var quadrant = Report(games).Champions;
        Assert.Equal((12, 100.0 * 24 / 51), (quadrant.Often, quadrant.Mean!.Value));
        Assert.Equal([("Zoe", true, true), ("Lux", true, false), ("Ahri", false, true)], quadrant.Points.Select(point => (point.Champion.Name, point.IsOften, point.IsGood)));
        Assert.Equal(11, Report([.. Of(1, "Ahri", 10, 6), .. Of(2, "Lux", 12, 3)]).Champions.Often);
    }

    [Fact]
    public void Shrinking_draws_a_champion_towards_the_players_mean()
    {
        // Mean 21 of 42; Ahri (6 + 10) / (10 + 20), Lux (15 + 10) / (32 + 20).
        var points = Report([.. Of(1, "Ahri", 10, 6), .. Of(2, "Lux", 32, 15)], method: RateMethod.Shrunk).Champions.Points;
        Assert.Equal([48.08, 53.33], points.Select(point => Math.Round(point.Rate.Percent!.Value, 2)));
        Assert.Equal(60, points[1].Rate.Share.Percent);
    }

    [Fact]
    public void Roles_stand_in_the_order_of_the_map_and_sides_are_blue_and_red()
    {
        var by = Report(
        [
            Game("2026-11-01 12:00") with { Role = "UTILITY" }, Game("2026-11-01 13:00") with { Role = "TOP", Side = Side.Red }, Game("2026-11-01 14:00", won: false) with { Role = "TOP" }, Arena("2026-11-01 15:00"),
        ]).RoleAndSide;
        Assert.Equal([("TOP", 2, 1), ("UTILITY", 1, 1)], by.Roles.Select(group => (group.Key, group.Games, group.Rate.Wins)));
        Assert.Equal([(Side.Blue, 2, 1), (Side.Red, 1, 1)], by.Sides.Select(group => (group.Key, group.Games, group.Rate.Wins)));
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(19.99, 0)]
    [InlineData(20, 20)]
    [InlineData(24.99, 20)]
    [InlineData(25, 25)]
    [InlineData(34.99, 30)]
    [InlineData(35, 35)]
    [InlineData(40, 40)]
    [InlineData(90, 40)]
    public void A_game_lies_in_the_bracket_of_its_length(double minutes, int from)
    {
        var brackets = Report([Game("2026-11-01 12:00", minutes), Game("2026-11-02 12:00", 0)]).Lengths;
        Assert.Equal(from, brackets.Single(group => group.Games > 0).Key.From);
        Assert.Equal([0, 20, 25, 30, 35, 40], brackets.Select(group => group.Key.From));
        Assert.Equal([20, 25, 30, 35, 40, null], brackets.Select(group => group.Key.To));
    }

    [Fact]
    public void Each_filter_leaves_what_it_names()
    {
        var friend = new Companion(new string('f', 78), "Quiet Storm", "EUW", 3);
        List<PlayedGame> games =
        [
            Game("2026-11-01 12:00") with { Champion = Lux }, Game("2026-11-02 12:00") with { Role = "TOP" }, Game("2026-11-03 12:00") with { QueueId = 450 }, Game("2026-11-04 12:00") with { Patch = "16.5" },
            Game("2026-11-05 12:00") with { With = [friend] }, Game(null),
        ];
        Assert.Equal([1], Left(new() { Champion = Lux.Id }));
        Assert.Equal([2], Left(new() { Role = "TOP" }));
        Assert.Equal([3], Left(new() { Queue = 450 }));
        Assert.Equal([4], Left(new() { Patch = "16.5" }));
        Assert.Equal([5], Left(new() { With = PlayerPath.Of("quietstorm", "euw") }));
        Assert.Equal([5], Left(new() { With = PlayerPath.Parse(friend.Puuid) }));
        Assert.Equal([0, 1, 2, 3, 4], Left(new() { Without = PlayerPath.Of("Quiet Storm", "EUW") }));
        Assert.Equal([2, 3], Left(new() { From = new(2026, 11, 2), To = new(2026, 11, 3) }));
        Assert.Equal([4, 5], Left(new() { From = new(2026, 11, 4) }));
        Assert.Equal([0, 1, 2, 3, 4, 5], Left(TimeFilter.None));

        IEnumerable<int> Left(TimeFilter filter) => Report(games, filter: filter).Games.Select(game => game.StartedAt?.Day ?? 0);
    }

    [Fact]
    public void Days_of_a_filter_are_those_of_the_zone()
    {
        // Half past midnight in Berlin, still the day before in Sao Paulo.
        List<PlayedGame> games = [Game("2026-11-01 23:30")];
        Assert.Single(Report(games, Berlin, filter: new() { From = new(2026, 11, 2) }).Games);
        Assert.Empty(Report(games, SaoPaulo, filter: new() { From = new(2026, 11, 2) }).Games);
    }

    [Fact]
    public void Choices_are_counted_over_all_games_and_patches_stand_by_their_numbers()
    {
        var friend = new Companion("f", "Quietstorm", "EUW", 2);
        var choices = PlayedChoices.Of(new PlayerGames(
            [Game("2026-11-01 12:00") with { Patch = "16.10" }, Game("2026-11-02 12:00") with { Patch = "16.9", Role = "" }, Game("2026-11-03 12:00") with { Patch = "16.9", Champion = Lux, QueueId = 450 }], [friend]));
        Assert.Equal([("Ahri", 2), ("Lux", 1)], choices.Champions.Select(choice => (choice.Value.Name, choice.Games)));
        Assert.Equal(["16.10", "16.9"], choices.Patches.Select(choice => choice.Value));
        Assert.Equal([("MIDDLE", 2)], choices.Roles.Select(choice => (choice.Value, choice.Games)));
        Assert.Equal([(420, 2), (450, 1)], choices.Queues.Select(choice => (choice.Value, choice.Games)));
        Assert.Equal([friend], choices.Companions.AsEnumerable());
    }

    [Fact]
    public void The_report_of_a_thousand_games_allocates_at_most_four_megabytes()
    {
        var random = new Random(3);
        var at = At("2025-01-01 00:00");
        var games = Enumerable.Range(0, 1000).Select(_ => Game((at = at.AddMinutes(random.Next(35, 900))).ToString("yyyy-MM-dd HH:mm", null), random.Next(18, 45), random.Next(2) == 0) with
        {
            Champion = new PlayedChampion(random.Next(60), "Champion"),
        }).ToList();
        Report(games, Berlin);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var report = Report(games, Berlin);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 4 << 20);
        Assert.Equal(1000, report.Counted);
    }

    private static IEnumerable<PlayedGame> Of(int id, string name, int games, int wins) =>
        Days($"2026-0{id}-01", new string('W', wins) + new string('L', games - wins)).Select(game => game with { Champion = new PlayedChampion(id, name) });
}
