using MnM.Collector.History.Time;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Played;
using static MnM.Tests.History.Time.Play;

namespace MnM.Tests.History.Time;

/// <summary>What stands out: every kind is found where it is so, and not claimed where chance may make it.</summary>
public sealed class KeyInsightTests
{
    private static readonly Companion Friend = new("p", "Quietstorm", "EUW", 20);

    // R. G. Newcombe, Statistics in Medicine 17 (1998), 873-890, table II, method 10, cases (a), (b), (c), (e).
    [Theory]
    [InlineData(56, 70, 48, 80, 5.24, 33.39)]
    [InlineData(9, 10, 3, 10, 17.05, 80.90)]
    [InlineData(6, 7, 2, 7, 5.82, 80.62)]
    [InlineData(0, 10, 0, 10, -27.75, 27.75)]
    public void The_interval_of_a_difference_is_as_published(int wins, int games, int otherWins, int otherGames, double low, double high)
    {
        var (lower, upper) = Chance.Difference(new WinShare(wins, games), new WinShare(otherWins, otherGames), WinShare.Z);
        Assert.Equal((low, high), (Math.Round(lower, 2), Math.Round(upper, 2)));
    }

    // Two-sided points of the normal distribution: 2.5 %, 1.25 %, 0.5 % and 0.05 % above.
    [Theory]
    [InlineData(1, 1.959964)]
    [InlineData(2, 2.241403)]
    [InlineData(5, 2.575829)]
    [InlineData(50, 3.290527)]
    public void The_more_are_looked_at_the_clearer_one_must_stand_out(int comparisons, double published) => Assert.Equal(published, Chance.Deviations(comparisons), 5);

    [Theory]
    [InlineData(9, 9, 0, 50, false)]
    [InlineData(10, 10, 0, 10, true)]
    [InlineData(50, 50, 0, 9, false)]
    public void Nothing_is_compared_below_ten_games(int wins, int games, int otherWins, int otherGames, bool isClaimed) =>
        Assert.Equal(isClaimed, Chance.Between(new WinShare(wins, games), new WinShare(otherWins, otherGames), 1) is not null);

    [Fact]
    public void Late_games_of_a_session()
    {
        var found = Find(InsightKind.LateInSession, Sessions(12, "WWWWWLL"));
        Assert.Equal("Games 1 to 3 of a session are won at 100 %, from the 6th on at 0 %.", found!.Sentence);
        Assert.Equal((0.0, 24, 100.0, 36), (found.Figures[0].Percent, found.Figures[0].Count, found.Figures[1].Percent, found.Figures[1].Count));
        Assert.Null(Find(InsightKind.LateInSession, [.. Sessions(10, "WLWWLWL"), .. Sessions(10, "LWLLWLW", "2026-06-01 12:00")]));
    }

    [Fact]
    public void Games_straight_after_losses()
    {
        var found = Find(InsightKind.AfterLosses, Sessions(12, "LLL"));
        Assert.Null(found);
        found = Find(InsightKind.AfterLosses, [.. Sessions(12, "LLL"), .. Sessions(20, "WWW", "2026-06-01 12:00")]);
        Assert.Equal(("Straight after two or more losses games are won at 0 %, all others at 71 %.", 12), (found!.Sentence, found.Figures[0].Count));
        Assert.Null(Find(InsightKind.AfterLosses, [.. Sessions(6, "LLL"), .. Sessions(6, "LLW", "2026-06-01 12:00"), .. Sessions(12, "WWW", "2026-07-01 12:00")]));
    }

    [Fact]
    public void Games_after_a_break()
    {
        Assert.Equal(
            "After a break of 15 minutes or more the next game of a session is won at 100 %, without one at 0 %.", Find(InsightKind.AfterBreak, Sessions(12, "LL 20 W"))!.Sentence);
        Assert.Null(Find(InsightKind.AfterBreak, [.. Sessions(12, "LL 20 L"), .. Sessions(12, "LW 20 W", "2026-06-01 12:00")]));
    }

    [Fact]
    public void A_quarter_of_the_day()
    {
        // In Berlin it is half past midnight and half past six in the evening; in UTC it is evening and afternoon.
        List<PlayedGame> games = [.. Spread("2026-01-01 23:30", new string('L', 15)), .. Spread("2026-01-01 17:30", new string('W', 20)), .. Spread("2026-01-01 08:00", Half(20))];
        Assert.Equal("Games that begin in the evening (18 to 24) are won at 100 %, the others at 29 %.", Find(InsightKind.TimeOfDay, games, Berlin)!.Sentence);
        Assert.Equal("Games that begin in the afternoon (12 to 18) are won at 100 %, the others at 29 %.", Find(InsightKind.TimeOfDay, games)!.Sentence);
        Assert.Null(Find(InsightKind.TimeOfDay, [.. Spread("2026-01-01 00:00", Half(20)), .. Spread("2026-01-01 18:00", Half(20))], Berlin));
    }

    [Fact]
    public void The_weekend()
    {
        // 2026-01-03 is a Saturday.
        var games = Enumerable.Range(0, 12).SelectMany(week => Days(At("2026-01-03 00:00").AddDays(7 * week).ToString("yyyy-MM-dd", null), "WWLLLLL")).ToList();
        Assert.Equal("On Saturday and Sunday games are won at 100 %, on other days at 0 %.", Find(InsightKind.Weekend, games)!.Sentence);
        Assert.Null(Find(InsightKind.Weekend, [.. games.Select((game, index) => game with { Outcome = index % 2 == 0 ? Outcome.Won : Outcome.Lost })]));
    }

    [Fact]
    public void A_champion()
    {
        var games = Halves("WWWWWWWWWWWWWWWWWWWL", "WLLLLLLWLLLLLLWLLLLL", game => game with { Champion = Lux });
        var found = Find(InsightKind.Champion, games)!;
        Assert.Equal(("Games as Ahri are won at 95 %, as others at 15 %.", (true, false)), (found.Sentence, (found.Words[3].IsFigure, found.Words[1].IsFigure)));
        Assert.Equal([20, 20], found.Figures.Select(figure => figure.Count));
        Assert.Null(Find(InsightKind.Champion, Halves(Half(20), Half(20), game => game with { Champion = Lux })));
    }

    [Fact]
    public void A_role()
    {
        var found = Find(InsightKind.Role, Halves(new string('L', 30), new string('W', 14), game => game with { Role = "UTILITY" }))!;
        Assert.Contains(found.Sentence, (string[])["Games as support are won at 100 %, in other roles at 0 %.", "Games in the mid lane are won at 0 %, in other roles at 100 %."]);
        Assert.Null(Find(InsightKind.Role, Halves(new string('L', 30), new string('W', 14), game => game with { Role = "" })));
    }

    [Fact]
    public void A_side()
    {
        Assert.Equal("On the blue side games are won at 100 %, on the red at 0 %.", Find(InsightKind.Side, Halves(new string('W', 12), new string('L', 12), game => game with { Side = Side.Red }))!.Sentence);
        Assert.Null(Find(InsightKind.Side, Halves(new string('W', 12), new string('L', 9), game => game with { Side = Side.Red })));
    }

    [Fact]
    public void Long_and_short_games()
    {
        var found = Find(InsightKind.Length, Halves(new string('W', 12), new string('L', 12), game => game with { Duration = TimeSpan.FromMinutes(24) }, minutes: 35))!;
        Assert.Equal("Games of 35 minutes or more are won at 100 %, those under 25 at 0 %.", found.Sentence);
        Assert.Null(Find(InsightKind.Length, Halves(new string('W', 12), new string('L', 12), game => game with { Duration = TimeSpan.FromMinutes(25) }, minutes: 35)));
    }

    [Fact]
    public void Somebody_on_the_same_side()
    {
        Assert.Equal(
            "Together with Quietstorm games are won at 100 %, without at 0 %.",
            Find(InsightKind.Companion, Halves(new string('L', 15), new string('W', 12), game => game with { With = [Friend] }))!.Sentence);
        Assert.Null(Find(InsightKind.Companion, Halves(Half(16), Half(12), game => game with { With = [Friend] })));
    }

    [Fact]
    public void The_form_of_today()
    {
        Assert.Equal("The last 30 games were won at 83 %, those before at 50 %.", Find(InsightKind.Form, Days("2026-01-01", Half(40) + Half(10) + new string('W', 20)))!.Sentence);
        Assert.Null(Find(InsightKind.Form, Days("2026-01-01", Half(70))));
    }

    [Fact]
    public void A_day_on_which_more_is_played()
    {
        // Twelve Sundays and a day of each other kind.
        var games = Enumerable.Range(0, 12).SelectMany(week => Days(At("2026-01-04 00:00").AddDays(7 * week).ToString("yyyy-MM-dd", null), "W")).Concat(Days("2026-06-01", "WWWWWW")).ToList();
        var found = Find(InsightKind.BusyDay, games)!;
        Assert.Equal(("67 % of sessions begin on a Sunday, which holds 67 % of the hours.", 18, "sessions"), (found.Sentence, found.Figures[0].Count, found.Figures[0].Of));
        Assert.Null(Find(InsightKind.BusyDay, Days("2026-01-01", Half(71))));
    }

    [Fact]
    public void Hours_in_which_more_is_played()
    {
        var found = Find(InsightKind.BusyHours, [.. Spread("2026-01-01 20:10", Half(20)), .. Spread("2026-01-21 09:00", "WWWLL")])!;
        Assert.Matches("^80 % of sessions begin from (17|18|19|20) to (21|22|23|0) o’clock, which hold 80 % of the hours.$", found.Sentence);
        Assert.Null(Find(InsightKind.BusyHours, [.. Enumerable.Range(0, 48).Select(index => Game(At("2026-01-01 00:00").AddHours(25 * index).ToString("yyyy-MM-dd HH:mm", null)))]));
    }

    [Fact]
    public void The_clearest_stands_first()
    {
        var insights = Report(Halves(new string('W', 40), "WWWLLLLLLLLLLLL", game => game with { Champion = Lux, Side = Side.Red })).Insights;
        Assert.True(insights.Length >= 2);
        Assert.Equal(insights.OrderByDescending(insight => insight.Strength), insights);
    }

    [Fact]
    public void Of_players_whose_results_are_chance_few_have_an_insight_of_a_kind()
    {
        const int Players = 300;
        var found = new Dictionary<InsightKind, int>();
        for (var player = 0; player < Players; player++)
        {
            foreach (var insight in Report(Chancy(new Random(player))).Insights)
            {
                found[insight.Kind] = found.GetValueOrDefault(insight.Kind) + 1;
            }
        }

        // At most 5 % are expected; 8 % of 300 lies 2.4 standard deviations above.
        Assert.All(found, pair => Assert.True(pair.Value <= Players * 0.08, $"{pair.Key} is claimed of {pair.Value} players."));
        Assert.NotEmpty(found);
    }

    internal static List<PlayedGame> Chancy(Random random)
    {
        var (at, games) = (At("2026-01-01 00:00"), new List<PlayedGame>());
        for (var index = 0; index < 300; index++)
        {
            at = at.AddMinutes(random.Next(3) == 0 ? random.Next(46, 3000) : random.Next(5, 20));
            var game = Game(at.ToString("yyyy-MM-dd HH:mm", null), random.Next(18, 45), random.Next(2) == 0);
            games.Add(game with
            {
                Champion = new PlayedChampion(random.Next(12), $"Champion {random.Next(12)}"),
                Role = random.Next(3) switch { 0 => "TOP", 1 => "JUNGLE", _ => "MIDDLE" },
                Side = (Side)random.Next(2),
                With = [.. Enumerable.Range(0, 6).Where(_ => random.Next(4) == 0).Select(friend => new Companion($"{friend}", $"Friend {friend}", "EUW", 50))],
            });
            at = game.EndedAt!.Value;
        }

        return games;
    }

    private static KeyInsight? Find(InsightKind kind, IReadOnlyCollection<PlayedGame> games, TimeZoneInfo? zone = null) => Report(games, zone).Insights.SingleOrDefault(insight => insight.Kind == kind);

    private static string Half(int games) => string.Concat(Enumerable.Repeat("WL", games / 2));

    private static List<PlayedGame> Sessions(int days, string course, string from = "2026-01-01 12:00") =>
        [.. Enumerable.Range(0, days).SelectMany(day => Row(At(from).AddDays(day).ToString("yyyy-MM-dd HH:mm", null), course))];

    /// <summary>A game a day at that time.</summary>
    private static List<PlayedGame> Spread(string from, string course) => [.. course.Select((letter, day) => Game(At(from).AddDays(day).ToString("yyyy-MM-dd HH:mm", null), won: letter == 'W'))];

    /// <summary>Games of one kind, then of another, by turns, so that no other kind of insight comes with them.</summary>
    private static List<PlayedGame> Halves(string one, string other, Func<PlayedGame, PlayedGame> change, double minutes = 30) =>
        [.. Days("2025-01-01", one).Select(game => game with { Duration = TimeSpan.FromMinutes(minutes) }), .. Days("2025-06-01", other).Select(change)];
}
