using MnM.Collector.History.Time;
using static MnM.Tests.History.Time.Play;

namespace MnM.Tests.History.Time;

/// <summary>Sessions, places in them, what came before a game, rows of results.</summary>
public sealed class CourseTests
{
    [Theory]
    [InlineData("W 45 W", 1)]
    [InlineData("W 46 W", 2)]
    [InlineData("W 20 R 40 W", 1)]
    [InlineData("W 600 W 600 W", 3)]
    public void Only_a_gap_of_more_than_45_minutes_begins_a_new_session(string course, int sessions) => Assert.Equal(sessions, Report(Row("2026-11-01 12:00", course)).Sessions.All.Length);

    [Fact]
    public void A_session_lasts_from_its_first_start_to_its_last_end()
    {
        // 30 + 5 + 30, then 30 + 10 + 30 + 5 + 30 two hours later.
        var sessions = Report(Row("2026-11-01 12:00", "WL 120 L 10 W L")).Sessions;
        Assert.Equal([105, 65], sessions.All.Select(session => session.Length.TotalMinutes));
        Assert.Equal([(1, 2), (1, 1)], sessions.All.Select(session => (session.Wins, session.Losses)));
        Assert.Equal((85, 2.5), (sessions.AverageLength!.Value.TotalMinutes, sessions.AverageGames!.Value));
        Assert.Same(sessions.All[0], sessions.Longest);
    }

    [Fact]
    public void A_session_of_remakes_alone_is_none_and_one_with_a_remake_reaches_to_its_end()
    {
        var sessions = Report(Row("2026-11-01 12:00", "R 100 WR")).Sessions;
        Assert.Equal((39, 1), (Assert.Single(sessions.All).Length.TotalMinutes, sessions.All[0].Games.Length));
    }

    [Fact]
    public void Places_in_a_session_count_games_and_no_remakes_and_end_with_the_sixth()
    {
        // First session: eight games and a remake; second: two games.
        var places = Report(Row("2026-11-01 12:00", "WLRWWLLLW 100 LW")).SessionPlaces;
        Assert.Equal([(1, 2, 1), (2, 2, 1), (3, 1, 1), (4, 1, 1), (5, 1, 0), (6, 3, 1)], places.Select(group => (group.Key, group.Games, group.Rate.Wins)));
    }

    [Fact]
    public void What_came_before_a_game_is_told_within_its_session()
    {
        // Nothing W, win L, loss L, two L, three L, three W, break L (20 min), loss W; nothing W.
        var before = Report(Row("2026-11-01 12:00", "WLLLLW 20 LW 100 W")).Before;
        Assert.Equal(
            [(Before.Nothing, 2, 2), (Before.Win, 1, 0), (Before.Loss, 2, 1), (Before.TwoLosses, 1, 0), (Before.ThreeLosses, 2, 1), (Before.Break, 1, 0)],
            before.Select(group => (group.Key, group.Games, group.Rate.Wins)));
    }

    [Theory]
    [InlineData("L 14 LW", Before.TwoLosses)]
    [InlineData("L 15 LW", Before.Loss)]
    [InlineData("L 46 LW", Before.Loss)]
    [InlineData("LRLW", Before.TwoLosses)]
    [InlineData("L L 15 W", Before.Break)]
    [InlineData("L L 46 W", Before.Nothing)]
    public void Losses_in_a_row_end_with_a_break_and_not_with_a_remake(string course, Before before) =>
        Assert.Equal(before, Course.Of(Row("2026-11-01 12:00", course))[^1].Before);

    [Fact]
    public void Straight_after_Arena_nothing_is_said_but_the_place_goes_on()
    {
        var course = Course.Of(Row("2026-11-01 12:00", "LAW"));
        Assert.Equal([(1, (Before?)Before.Nothing), (2, Before.Loss), (3, null)], course.Select(placed => (placed.Place, placed.Before)));
        Assert.Equal((1, 1), (Report([.. course.Select(placed => placed.Game)]).Before.Sum(group => group.Rate.Games), Report([.. course.Select(placed => placed.Game)]).Unrated));
    }

    [Fact]
    public void Places_are_those_of_all_games_whatever_is_looked_at()
    {
        // The third game of the evening is its only one as Lux.
        var games = Row("2026-11-01 12:00", "LLW").Select((game, index) => index == 2 ? game with { Champion = Lux } : game).ToList();
        var report = Report(games, filter: new TimeFilter { Champion = Lux.Id });
        Assert.Equal((3, 1, Before.TwoLosses), (report.SessionPlaces.Single(group => group.Games > 0).Key, report.Counted, report.Before.Single(group => group.Games > 0).Key));
        Assert.Equal((100, 1), (report.Sessions.All[0].Length.TotalMinutes, report.Sessions.All[0].Games.Length));
    }

    [Fact]
    public void The_rolling_rate_looks_back_twenty_games()
    {
        var points = Report(Days("2026-01-01", "WWWWWWWWWWLLLLLLLLLL" + "LLW")).Rolling.Points;
        Assert.Equal([(20, 10), (21, 9), (22, 8), (23, 8)], points.Select(point => (point.Game, point.Wins)));
        Assert.Equal((40.0, At("2026-01-23 20:00")), (points[^1].Percent, points[^1].At));
        Assert.Empty(Report(Days("2026-01-01", new string('W', 19))).Rolling.Points);
    }

    [Fact]
    public void Streaks_go_over_sessions_and_remakes_and_not_over_the_other_result()
    {
        var streaks = Report(Row("2026-11-01 12:00", "WW 100 WRWLLW 100 LL")).Streaks;
        Assert.Equal((-2, 4, 2), (streaks.Current, streaks.Wins!.Games, streaks.Losses!.Games));
        Assert.Equal(At("2026-11-01 12:00"), streaks.Wins.From);

        // The first of two equal rows of losses.
        Assert.True(streaks.Losses.To < At("2026-11-01 18:00"));
    }

    [Fact]
    public void Games_that_overlap_are_one_session()
    {
        var sessions = Report([Game("2026-11-01 12:00", 90), Game("2026-11-01 12:10", 5), Game("2026-11-01 14:10")]).Sessions;
        Assert.Equal(TimeSpan.FromMinutes(160), Assert.Single(sessions.All).Length);
    }
}
