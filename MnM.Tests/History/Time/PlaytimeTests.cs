using MnM.Collector.History.Time;
using static MnM.Tests.History.Time.Play;

namespace MnM.Tests.History.Time;

/// <summary>Playtime, calendar and hours, on the days on which clocks are changed above all.</summary>
public sealed class PlaytimeTests
{
    private static readonly string[] Zones =
    [
        "Europe/Berlin", "America/Sao_Paulo", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Chatham", "Pacific/Apia", "Asia/Tehran", "America/St_Johns", "Africa/Casablanca",
    ];

    [Fact]
    public void A_game_over_midnight_has_its_time_in_both_days_and_counts_on_the_first()
    {
        // 23:50 to 00:20 in Berlin.
        var report = Report([Game("2026-11-20 22:50")], Berlin);
        Assert.Equal(
            [new CalendarDay(new(2026, 11, 20), 1, TimeSpan.FromMinutes(10), 1, 0), new CalendarDay(new(2026, 11, 21), 0, TimeSpan.FromMinutes(20), 0, 0)],
            report.Calendar.Days.AsEnumerable());
        Assert.Equal((1, 0), (report.Hours[DayOfWeek.Friday, 23].Games, report.Hours[DayOfWeek.Saturday, 0].Games));
        Assert.Equal((10, 20), (report.Hours[DayOfWeek.Friday, 23].Played.TotalMinutes, report.Hours[DayOfWeek.Saturday, 0].Played.TotalMinutes));
    }

    [Fact]
    public void In_the_night_to_summer_time_two_o_clock_is_left_out()
    {
        // 00:30 UTC is 01:30 in Berlin; half an hour later it is 03:00 there.
        var report = Report([Game("2026-03-29 00:30", minutes: 60)], Berlin);
        Assert.Equal(
            (30, 0, 30),
            (report.Hours[DayOfWeek.Sunday, 1].Played.TotalMinutes, report.Hours[DayOfWeek.Sunday, 2].Played.TotalMinutes, report.Hours[DayOfWeek.Sunday, 3].Played.TotalMinutes));
        Assert.Equal(TimeSpan.FromHours(1), Assert.Single(report.Calendar.Days).Played);
    }

    [Fact]
    public void In_the_night_to_winter_time_two_o_clock_comes_twice_and_both_count()
    {
        // 23:45 UTC is 01:45 in Berlin on 25 October; both hours from two to three follow, then 03:00 to 03:15.
        var report = Report([Game("2026-10-24 23:45", minutes: 150)], Berlin);
        Assert.Equal(
            (15, 120, 15),
            (report.Hours[DayOfWeek.Sunday, 1].Played.TotalMinutes, report.Hours[DayOfWeek.Sunday, 2].Played.TotalMinutes, report.Hours[DayOfWeek.Sunday, 3].Played.TotalMinutes));
        Assert.Equal(new CalendarDay(new(2026, 10, 25), 1, TimeSpan.FromMinutes(150), 1, 0), Assert.Single(report.Calendar.Days));
    }

    [Fact]
    public void The_day_of_summer_time_has_23_hours_and_that_of_winter_time_25()
    {
        // One endless game over each: 23:00 to 23:00 UTC holds the 23 hours of 29 March, 22:00 to 23:00 the 25 of 25 October.
        var spring = Report([Game("2026-03-27 12:00", minutes: 4 * 24 * 60)], Berlin).Calendar.Days.Single(day => day.Date == new DateOnly(2026, 3, 29));
        var autumn = Report([Game("2026-10-23 12:00", minutes: 4 * 24 * 60)], Berlin).Calendar.Days.Single(day => day.Date == new DateOnly(2026, 10, 25));
        Assert.Equal((23, 25), (spring.Played.TotalHours, autumn.Played.TotalHours));
    }

    [Fact]
    public void A_session_over_midnight_and_over_the_change_is_one_of_its_real_length()
    {
        // 23:10 on Saturday to 04:10 on Sunday by the clocks of Berlin, which leave out an hour.
        var games = Row("2026-03-28 22:10", "WWWWWWW");
        var report = Report(games, Berlin);
        var session = Assert.Single(report.Sessions.All);
        Assert.Equal((TimeSpan.FromMinutes(240), 7), (session.Length, session.Games.Length));
        Assert.Equal(["2026-03-28", "2026-03-29"], report.Calendar.Days.Select(day => day.Date.ToString("yyyy-MM-dd", null)));

        // 50 minutes of Saturday less a pause of five; 165 of the other 190 minutes are games.
        Assert.Equal((45, 165), (report.Calendar.Days[0].Played.TotalMinutes, report.Calendar.Days[1].Played.TotalMinutes));
        Assert.Equal((2, 5), (report.Calendar.Days[0].Games, report.Calendar.Days[1].Games));
    }

    [Fact]
    public void In_Brazil_where_the_clocks_are_not_changed_any_more_both_nights_are_like_others()
    {
        // 2018 they went from 23:59 to 01:00: the hour after midnight is none.
        var once = Report([Game("2018-11-04 02:30", minutes: 60)], SaoPaulo);
        Assert.Equal((30, 0, 30), (once.Hours[DayOfWeek.Saturday, 23].Played.TotalMinutes, once.Hours[DayOfWeek.Sunday, 0].Played.TotalMinutes, once.Hours[DayOfWeek.Sunday, 1].Played.TotalMinutes));

        var today = Report([Game("2026-11-01 02:30", minutes: 60)], SaoPaulo);
        Assert.Equal((30, 30), (today.Hours[DayOfWeek.Saturday, 23].Played.TotalMinutes, today.Hours[DayOfWeek.Sunday, 0].Played.TotalMinutes));
    }

    [Fact]
    public void Weeks_begin_on_Monday_and_months_on_the_first()
    {
        var playtime = Report([Game("2026-10-31 12:00"), Game("2026-11-01 12:00", 20), Game("2026-11-02 12:00", 10)]).Playtime;
        Assert.Equal([new PeriodTime(new(2026, 10, 26), 2, TimeSpan.FromMinutes(50)), new PeriodTime(new(2026, 11, 2), 1, TimeSpan.FromMinutes(10))], playtime.Weeks.AsEnumerable());
        Assert.Equal([new PeriodTime(new(2026, 10, 1), 1, TimeSpan.FromMinutes(30)), new PeriodTime(new(2026, 11, 1), 2, TimeSpan.FromMinutes(30))], playtime.Months.AsEnumerable());
    }

    [Fact]
    public void Champions_roles_and_queues_stand_by_their_time()
    {
        var playtime = Report(
        [
            Game("2026-11-01 12:00"), Game("2026-11-01 13:00", 40) with { Champion = Lux, Role = "UTILITY" }, Game("2026-11-01 14:00", 45) with { Champion = Ahri with { Name = "AHRI" }, QueueId = 450, Role = "" },
        ]).Playtime;
        Assert.Equal([("AHRI", 2, 75), ("Lux", 1, 40.0)], playtime.Champions.Select(group => (group.Key.Name, group.Games, group.Played.TotalMinutes)));
        Assert.Equal([("", 45.0), ("UTILITY", 40), ("MIDDLE", 30)], playtime.Roles.Select(group => (group.Key, group.Played.TotalMinutes)));
        Assert.Equal([(420, 70.0), (450, 45)], playtime.Queues.Select(group => (group.Key, group.Played.TotalMinutes)));
        Assert.Equal((115 / 3.0, 30, 45), (playtime.Lengths!.Average.TotalMinutes, playtime.Lengths.Shortest.TotalMinutes, playtime.Lengths.Longest.TotalMinutes));
    }

    [Fact]
    public void Who_left_early_has_played_as_long_as_they_were_there()
    {
        var report = Report([Game("2026-11-01 12:00") with { Played = TimeSpan.FromMinutes(12) }]);
        Assert.Equal((12, 30), (report.Playtime.Total.TotalMinutes, report.Playtime.Lengths!.Average.TotalMinutes));
        Assert.Equal(TimeSpan.FromMinutes(30), report.Sessions.All[0].Length);
    }

    [Fact]
    public void A_game_without_a_start_has_a_length_and_no_day()
    {
        var report = Report([Game(null, 25), Game("2026-11-01 12:00")]);
        Assert.Equal((2, 1, 55, 25), (report.Counted, report.Undated, report.Playtime.Total.TotalMinutes, report.Playtime.Undated.TotalMinutes));
        Assert.Equal((30, 1, 1), (report.Calendar.Days.Sum(day => day.Played.TotalMinutes), report.Hours.Cells.Sum(cell => cell.Games), report.Sessions.All.Length));
        Assert.Equal(2, report.Rate.Games);
    }

    [Theory]
    [MemberData(nameof(ZonesAndSeeds))]
    public void In_every_zone_the_days_and_the_hours_hold_all_games_and_all_time(string zone, int seed)
    {
        var random = new Random(seed);
        var start = At("2021-06-16 00:00");
        var games = Enumerable.Range(0, 300).Select(_ => Game(start.AddSeconds(random.NextInt64(5L * 365 * 24 * 3600)).ToString("yyyy-MM-dd HH:mm:ss", null), random.Next(60, 6000) / 60.0)).ToList();
        games.AddRange([Game(null), Remake("2026-11-01 12:00"), Game("2026-03-29 00:59:59", 61), Game("2026-10-25 00:59:59", 61)]);

        var report = Report(games, TimeZoneInfo.FindSystemTimeZoneById(zone));
        var dated = report.Playtime.Total - report.Playtime.Undated;
        Assert.Equal(dated, Sum(report.Calendar.Days.Select(day => day.Played)));
        Assert.Equal(dated, Sum(report.Playtime.Weeks.Select(week => week.Played)));
        Assert.Equal(dated, Sum(report.Playtime.Months.Select(month => month.Played)));
        Assert.Equal(dated, Sum(report.Hours.Cells.Select(cell => cell.Played)));
        Assert.Equal(report.Playtime.Total, Sum(report.Playtime.Champions.Select(group => group.Played)));
        Assert.Equal(302, report.Calendar.Days.Sum(day => day.Games));
        Assert.Equal(302, report.Hours.Cells.Sum(cell => cell.Games));
        Assert.Equal(302, report.Playtime.Months.Sum(month => month.Games));
        Assert.Equal(302, report.Sessions.All.Sum(session => session.Games.Length));
        Assert.Equal(report.Rate.Wins, report.Calendar.Days.Sum(day => day.Wins) + 1);
        Assert.All(report.Calendar.Days, day => Assert.InRange(day.Played, TimeSpan.Zero, TimeSpan.FromHours(25)));
    }

    public static TheoryData<string, int> ZonesAndSeeds()
    {
        var data = new TheoryData<string, int>();
        foreach (var zone in Zones)
        {
            data.Add(zone, zone.Length);
        }

        return data;
    }

    private static TimeSpan Sum(IEnumerable<TimeSpan> times) => new(times.Sum(time => time.Ticks));
}
