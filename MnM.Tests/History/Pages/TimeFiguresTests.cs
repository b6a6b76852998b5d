using System.Collections.Immutable;
using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using MnM.Collector.Matches.Played;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.StaticData;
using MnM.Tests.History.Time;
using MnM.Tests.Security;
using MnM.Web.History.Time;
using MnM.Web.Shell;
using static MnM.Tests.History.Time.Play;

namespace MnM.Tests.History.Pages;

/// <summary>The panels, drawn from games made by hand.</summary>
public sealed class TimeFiguresTests : VisitorContext
{
    public TimeFiguresTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public void A_thousand_games_fill_every_panel()
    {
        var page = Draw(Thousand());
        Assert.Equal(
            [
                "Games", "Played", "Average session", "Longest session", "Average game", "Win rate", "Days", "What stands out", "Hours", "Game of the session", "Before this game", "Champions", "Sessions",
                "Rolling win rate", "Streaks", "Playtime", "Role and side", "Length of the game",
            ],
            page.FindAll("section h2").Select(title => title.TextContent));
        Assert.Equal("1,000", page.Find(".stat .big").TextContent);
        Assert.Equal(168, page.FindAll("[aria-label='Hours by weekday'] rect").Count);
        Assert.Equal(8, page.FindAll(".ses").Count);
        Assert.Equal(60, page.FindAll("[aria-label='Rolling win rate'] rect").Count);
        Assert.Equal(
            ["Lux: 334 games, 185 won, 55.4 % shrunk", "Ahri: 666 games, 365 won, 54.8 % shrunk"],
            page.FindAll("[aria-label=Champions] .tile").Select(tile => tile.GetAttribute("aria-label")!.Split(", 95 %")[0]));
        Assert.All(page.FindAll("[data-tip]"), mark => Assert.NotEmpty(mark.GetAttribute("aria-label")!));
        Assert.All(page.FindAll("[data-cells]"), cells => Assert.Single(cells.QuerySelectorAll("[tabindex='0']")));
    }

    [Fact]
    public void Of_nine_games_nothing_is_claimed()
    {
        var page = Draw(Days("2026-11-01", "WWWWWWWWW"));
        Assert.Equal(("too few", "9 of 9 games won"), (page.FindAll(".stat .big")[5].TextContent, page.FindAll(".stat small")[^1].TextContent));
        Assert.Empty(page.FindAll(".pt path"));
        Assert.Equal("1st game of a session: 9 games, 9 won, too few to tell a win rate", page.Find("[aria-label='Game of the session'] .pt").GetAttribute("aria-label"));
        Assert.Contains("too few", page.Find("[aria-label=Champions]").TextContent, StringComparison.Ordinal);
        Assert.Contains("there are 9: too few", page.Find("[aria-label='Rolling win rate']").TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing that chance could not do as well", page.Find("[aria-label='What stands out']").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Cards_tell_exact_time_sessions_and_the_interval()
    {
        var page = Draw([.. Row("2026-11-15 14:20", "WWLWLWWLWW WW"), Remake("2026-11-20 10:00")]);
        var cards = page.FindAll(".stat");
        Assert.Equal(["12", "6 h 00 min", "6 h 55 min", "6 h 55 min", "30 min 00 s", "75.0 %"], cards.Select(card => card.QuerySelector(".big")!.TextContent.Trim()));
        Assert.Equal(
            ["1 remake set aside", "exact, from each match’s length", "12.0 games, 1 session", "15 Nov, 12 games, 9 won", "shortest 30:00, longest 30:00", "46.8 to 91.1 %, shrunk"],
            cards.Select(card => card.Children[2].TextContent));
    }

    [Fact]
    public void Days_of_other_years_are_a_press_away()
    {
        var page = Draw([Game("2024-12-24 20:00"), Game("2026-11-21 20:00")]);
        Assert.Contains(page.FindAll("[aria-label=Days] rect"), day => day.GetAttribute("aria-label") == "Sat 21 Nov 2026: 1 game, 30 min, 1 won, 0 lost");
        Assert.Contains(page.FindAll(".hours"), month => month.GetAttribute("aria-label") == "November 2026: 30 min in 1 game");
        page.Find("[aria-label='The year before']").Click();
        page.Find("[aria-label='The year before']").Click();
        Assert.DoesNotContain(page.FindAll("[aria-label=Days] rect"), day => day.GetAttribute("aria-label")!.Contains("2026", StringComparison.Ordinal));
        Assert.True(page.Find("[aria-label='The year before']").HasAttribute("disabled") || page.FindAll(".h2").Count > 0);
        page.Find("[aria-label='The year after']").Click();
        page.Find("[aria-label='The year after']").Click();
        Assert.True(page.Find("[aria-label='The year after']").HasAttribute("disabled"));
    }

    [Fact]
    public void Hours_show_games_or_win_rates_and_the_tooltip_has_the_interval()
    {
        var page = Draw([.. Enumerable.Range(0, 12).Select(week => Game(At("2026-06-01 20:00").AddDays(7 * week).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), won: week % 4 != 0))]);
        var hour = page.FindAll("[aria-label='Hours by weekday'] rect")[20];
        Assert.Equal("Monday 20:00 to 21:00: 12 games begun, 6 h 00 min played", hour.GetAttribute("aria-label"));
        page.FindAll("[aria-label='What the hours show'] button")[1].Click();
        hour = page.FindAll("[aria-label='Hours by weekday'] rect")[20];
        Assert.Equal(("win2", "Monday 20:00 to 21:00: 12 games, 9 won, 75.0 % shrunk, 95 % interval 46.8 to 91.1 %"), (hour.ClassName, hour.GetAttribute("aria-label")));
        Assert.Equal(["75"], page.FindAll("[aria-label='Hours by weekday'] text.in").Select(number => number.TextContent));
    }

    [Fact]
    public void What_is_surely_better_or_worse_than_the_mean_has_another_shape()
    {
        var report = Report([.. Days("2025-01-01", new string('W', 60)), .. Days("2026-01-01", new string('L', 60)).Select(game => game with { Role = "TOP" }), .. Days("2026-06-01", "WLWLWLWLWL").Select(game => game with { Role = "JUNGLE" })]);
        var plot = RatePlot.Of(RateGroups.RolesAndSides(report), report);
        Assert.Equal(["Top", "Jungle", "Mid", "Blue", "Red"], plot.Points.Select(point => point.Label));
        Assert.Equal([Standing.Below, Standing.Even, Standing.Above, Standing.Even, null], plot.Points.Select(point => point.Mark?.Standing));
        Assert.Equal(["0 %", "20 %", "40 %", "60 %", "80 %", "100 %"], plot.Lines.Select(line => line.Label));
    }

    [Fact]
    public void All_sessions_are_a_press_away_and_results_are_told_by_shape()
    {
        var page = Draw([.. Days("2026-11-01", "WLWLWLWLWL"), Arena("2026-11-11 20:00")]);
        Assert.Equal(8, page.FindAll(".ses").Count);
        Assert.Equal(["x", "l", "w"], page.FindAll(".ses").Take(3).Select(session => session.QuerySelector(".dots i")!.ClassName));
        Assert.Equal("Tue 10 Nov20:000 h 30", page.FindAll(".ses")[1].TextContent.ReplaceLineEndings("").Replace("    ", "", StringComparison.Ordinal));
        page.Find("[aria-label=Sessions] header button").Click();
        Assert.Equal(11, page.FindAll(".ses").Count);
    }

    [Theory]
    [InlineData("Day", "Sun 22 Nov 2026|1|30 min")]
    [InlineData("Week", "16 Nov – 22 Nov 2026|7|3 h 30 min")]
    [InlineData("Month", "November 2026|12|6 h 00 min")]
    [InlineData("Champion", "Ahri|11|5 h 30 min")]
    [InlineData("Role", "Mid|12|6 h 00 min")]
    [InlineData("Queue", "Ranked Solo|12|6 h 00 min")]
    public void Playtime_is_told_in_six_ways(string by, string expected)
    {
        var games = Days("2026-11-11", "WWWWWWWWWWWW");
        var page = Draw(games.SetItem(0, games[0] with { Champion = Lux }));
        page.FindAll("[aria-label='Playtime by'] button").Single(button => button.TextContent == by).Click();
        Assert.Equal(expected, string.Join('|', page.FindAll("[aria-label=Playtime] tbody tr").First(row => row.ChildElementCount > 1).Children.Take(3).Select(cell => cell.TextContent)));
    }

    [Fact]
    public void Streaks_and_what_is_set_apart_stand_together()
    {
        var page = Draw([.. Days("2026-11-01", "WWWLLWWLLLL"), Remake("2026-11-13 20:00"), Arena("2026-11-14 20:00")]);
        Assert.Equal(
            ["▽ 4 losses", "3, 1 Nov to 3 Nov 2026", "4, 8 Nov to 11 Nov 2026", "1", "0", "4 min", "1"], page.FindAll("[aria-label='Streaks and what is set apart'] dd").Select(fact => fact.TextContent));
    }

    [Fact]
    public void A_panel_is_drawn_anew_with_another_report_only()
    {
        var time = TimeOf(Thousand());
        var page = Render<StatCards>(cards => cards.Add(one => one.Time, time));
        page.Render(cards => cards.Add(one => one.Time, time));
        Assert.Equal(1, page.RenderCount);
        page.Render(cards => cards.Add(one => one.Time, time with { }));
        Assert.Equal(2, page.RenderCount);
    }

    [Fact]
    public void One_mad_evening_does_not_make_all_others_pale()
    {
        var levels = new HeatLevels([0, 1, 1, 2, 2, 3, 3, 4, 40]);
        Assert.Equal([0, 1, 2, 3, 4, 4], new[] { 0, 1, 2, 3, 4, 40 }.Select(levels.Of));
        Assert.Equal(2, new HeatLevels([1, 1]).Of(1));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("2026-10-24", null, "30d")]
    [InlineData("2026-08-25", null, "90d")]
    [InlineData("2025-11-23", null, "12m")]
    [InlineData("2025-11-24", null, "days")]
    [InlineData("2026-10-24", "2026-11-22", "days")]
    public void A_span_is_known_by_its_days(string? from, string? to, string? span)
    {
        var today = new DateOnly(2026, 11, 22);
        var filter = new DaySpan(DaySpans.Read(from), DaySpans.Read(to));
        Assert.Equal(span, DaySpans.Of(filter, today));
        Assert.Equal(span, DaySpans.Of(DaySpans.Choose(filter, span, today), today));
        Assert.Equal(filter.From, DaySpans.Choose(filter, span, today).From);
    }

    private IRenderedComponent<TimeFigures> Draw(ImmutableArray<PlayedGame> games)
    {
        var time = TimeOf(games);
        return Render<TimeFigures>(figures => figures.Add(one => one.Time, time));
    }

    private static PlayerTime TimeOf(ImmutableArray<PlayedGame> games) => new(
        new KnownPlayer(1, Puuid.Find(StoredGames.Id('m'))!, "Nightjar", "EUW", null), Report(games, method: RateMethod.Shrunk), PlayedChoices.Of(new PlayerGames(games, [])), StaticCatalog.Empty);

    /// <summary>A thousand games of some years, several an evening.</summary>
    private static ImmutableArray<PlayedGame> Thousand() =>
    [
        .. Enumerable.Range(0, 250).SelectMany(day => Row(At("2026-11-21 18:00").AddDays(-3 * day).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), day % 5 == 0 ? "WWLW" : "WLWL"))
            .Select((game, index) => game with { Champion = index % 3 == 0 ? Lux : Ahri, Side = index % 2 == 0 ? Side.Blue : Side.Red }),
    ];
}
