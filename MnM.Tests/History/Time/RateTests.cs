using MnM.Collector.History.Time;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Played;
using static MnM.Tests.History.Time.Play;

namespace MnM.Tests.History.Time;

/// <summary>How shares are told, and how sure they are.</summary>
public sealed class RateTests
{
    // 437 girls among 980 births: A. Gelman et al., Bayesian Data Analysis (2013), 2.4 and table 2.1, by the prior's mean and its weight.
    [Theory]
    [InlineData(0.500, 2, 0.446)]
    [InlineData(0.485, 20, 0.447)]
    [InlineData(0.485, 100, 0.450)]
    [InlineData(0.485, 200, 0.453)]
    public void A_share_is_drawn_to_the_prior_as_published(double mean, double weight, double published) =>
        Assert.Equal(published, Rates.Posterior(new WinShare(437, 980), mean * weight, (1 - mean) * weight), 3);

    [Theory]
    [InlineData(RateMethod.Shrunk, 8, 10, 60.0)]
    [InlineData(RateMethod.Shrunk, 0, 10, 33.3333)]
    [InlineData(RateMethod.Laplace, 8, 10, 75.0)]
    [InlineData(RateMethod.Laplace, 0, 10, 8.3333)]
    [InlineData(RateMethod.None, 8, 10, 80.0)]
    [InlineData(RateMethod.None, 0, 10, 0.0)]
    public void Each_method_tells_the_same_games_differently(RateMethod method, int wins, int games, double percent)
    {
        // The mean is a half: ten wins and ten losses more for the first, one of each for the second.
        var rate = new Rates(method, 0.5).Of(new WinShare(wins, games));
        Assert.Equal(percent, rate.Percent!.Value, 4);
        Assert.Equal(new WinShare(wins, games).Interval(), rate.Interval);
    }

    [Fact]
    public void The_mean_itself_is_not_drawn_anywhere()
    {
        var rate = Report(Days("2026-01-01", "WWWLL"), method: RateMethod.Shrunk).Rate;
        Assert.Equal((3, 5, 60.0), (rate.Wins, rate.Games, Math.Round(rate.Percent!.Value, 9)));
    }

    [Fact]
    public void The_same_games_have_the_same_share_whatever_is_looked_at()
    {
        var games = Days("2026-01-01", "LLLLLLLLLLLLLLLLLLLLWWWWWWWWWW").Select((game, place) => place < 20 ? game with { Champion = Lux } : game).ToList();
        var all = Report(games, method: RateMethod.Shrunk).Playtime.Champions.Single(group => group.Key == Ahri).Rate;
        var alone = Report(games, filter: new TimeFilter { Champion = Ahri.Id }, method: RateMethod.Shrunk);
        Assert.Equal(100.0 * (10 + (20 / 3.0)) / 30, all.Percent!.Value, 9);
        Assert.Equal((all, all), (alone.Rate, alone.Playtime.Champions[0].Rate));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void Nothing_is_claimed_of_fewer_than_ten_games(int games, bool isEnough)
    {
        var report = Report(Days("2026-01-01", new string('W', games)), method: RateMethod.Shrunk);
        Assert.Equal((games, isEnough, games), (report.Rate.Games, report.Rate.IsEnough, report.Counted));
        Assert.Equal(games == 0, report.Rate.Percent is null);
        Assert.Equal(isEnough ? 1 : 0, report.Champions.Points.Length);
        Assert.All(report.Insights, insight => Assert.True(isEnough && insight.Kind == InsightKind.BusyHours, insight.Sentence));
    }

    [Fact]
    public void No_games_make_an_empty_report()
    {
        var report = Report([]);
        Assert.Equal((0, TimeSpan.Zero, 0, 168), (report.Counted, report.Playtime.Total, report.Sessions.All.Length, report.Hours.Cells.Length));
        Assert.Null(report.Sessions.AverageLength);
        Assert.Null(report.Sessions.AverageGames);
        Assert.Null(report.Sessions.Longest);
        Assert.Null(report.Playtime.Lengths);
        Assert.Null(report.Champions.Mean);
        Assert.Equal(new Streaks(0, null, null), report.Streaks);
        Assert.Empty(report.Rolling.Points);
        Assert.All(report.SessionPlaces, group => Assert.Equal(0, group.Games));
    }

    [Theory]
    [InlineData('W', 100)]
    [InlineData('L', 0)]
    public void Players_who_only_win_or_only_lose_have_rates_and_no_insight(char letter, double percent)
    {
        foreach (var method in Enum.GetValues<RateMethod>().Except([RateMethod.Laplace]))
        {
            var report = Report(Row("2026-11-01 12:00", new string(letter, 60)), method: method);
            Assert.Equal(percent, report.Rate.Percent);
            Assert.All(report.SessionPlaces.Where(group => group.Games > 0), group => Assert.Equal(percent, group.Rate.Percent));
            Assert.Empty(report.Insights);
            Assert.Equal(letter == 'W' ? 60 : -60, report.Streaks.Current);
        }
    }

    [Fact]
    public void Remakes_and_games_that_were_called_off_stand_apart()
    {
        var report = Report([Game("2026-11-01 12:00"), Remake("2026-11-01 12:40"), Game("2026-11-01 13:00", 2) with { Outcome = Outcome.Aborted }, Remake("2026-11-01 13:10", 3)]);
        Assert.Equal(new SetApart(2, 1, TimeSpan.FromMinutes(9)), report.SetApart);
        Assert.Equal((1, 4, 1, 30), (report.Counted, report.Games.Length, report.Rate.Games, report.Playtime.Total.TotalMinutes));
        Assert.Equal(1, report.Hours.Cells.Sum(cell => cell.Games));
    }

    [Theory]
    [InlineData(420, "CLASSIC", true)]
    [InlineData(450, "ARAM", true)]
    [InlineData(98765, "NEWMODE", true)]
    [InlineData(1700, "CHERRY", false)]
    [InlineData(1750, "CHERRY", false)]
    [InlineData(850, "CLASSIC", false)]
    [InlineData(1810, "STRAWBERRY", false)]
    [InlineData(2010, "TUTORIAL_MODULE_2", false)]
    [InlineData(0, "CLASSIC", false)]
    public void Arena_and_games_against_the_computer_have_time_and_no_part_in_rates(int queue, string mode, bool isRated)
    {
        var report = Report([Game("2026-11-01 12:00") with { QueueId = queue, Mode = mode }]);
        Assert.Equal((1, isRated ? 0 : 1, isRated ? 1 : 0), (report.Counted, report.Unrated, report.Rate.Games));
        Assert.Equal((30, 1), (report.Playtime.Total.TotalMinutes, report.Calendar.Days[0].Games));
    }
}
