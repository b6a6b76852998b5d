using MnM.Collector.Insights.Features;
using MnM.Collector.Matches.Timelines;

namespace MnM.Tests.Insights.Features;

public sealed class MatchCourseTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void With_the_sides_swapped_every_lead_changes_its_sign_and_nothing_else(int seed)
    {
        var made = TestCourse.Of(seed);
        var (course, mirror) = (made.Course, made.Mirror().Course);
        foreach (var seconds in Moments(course))
        {
            Assert.Equal(Negative(course.At(seconds)), mirror.At(seconds));
            Assert.Equal(Negative(course.Before(seconds)), mirror.Before(seconds));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Before_a_moment_is_at_the_moment_without_what_happened_in_it(int seed)
    {
        var made = TestCourse.Of(seed);
        var course = made.Course;
        var eventTimes = made.Timeline.Kills.Select(kill => kill.At).Concat(made.Timeline.Buildings.Select(one => one.At)).Concat(made.Timeline.Monsters.Select(one => one.At)).ToHashSet();
        foreach (var seconds in Moments(course).Where(seconds => !eventTimes.Contains(seconds)))
        {
            Assert.Equal(course.At(seconds), course.Before(seconds));
        }

        foreach (var seconds in eventTimes)
        {
            var (at, before) = (course.At(seconds), course.Before(seconds));
            Assert.Equal((at.Gold, at.Experience, at.Levels, at.Cs), (before.Gold, before.Experience, before.Levels, before.Cs));
            Assert.Equal(
                made.Timeline.Kills.Where(kill => kill.At == seconds).Sum(kill => kill.Killer == 0 ? 0 : kill.Killer <= 5 ? 1 : -1), at.Kills - before.Kills);
            Assert.Equal(
                made.Timeline.Buildings.Where(one => one.At == seconds && one.Kind == BuildingKind.Tower).Sum(one => one.OwnerTeam == 200 ? 1 : one.OwnerTeam == 100 ? -1 : 0), at.Towers - before.Towers);
        }
    }

    [Fact]
    public void Gold_and_experience_run_along_the_line_between_two_frames_and_levels_and_cs_do_not()
    {
        var course = new TestCourse { Minutes = 10, Figures = (number, minute) => number == 1 ? new(10 * minute, 600 * minute, 300 * minute, 1 + minute) : default }.Course;
        var state = course.At(330);
        Assert.Equal((3300, 1650, 6, 50), (state.Gold, state.Experience, state.Levels, state.Cs));
    }

    [Fact]
    public void A_frame_that_came_a_little_late_is_that_of_its_minute()
    {
        var course = new TestCourse { Minutes = 35, TimeOf = minute => (minute * 60) + (0.03 * minute), Figures = (number, minute) => number == 1 ? new(minute, 100 * minute, 0, minute) : default }.Course;
        Assert.Equal(Enumerable.Range(1, 34).Select(minute => (60.0 * minute, minute)), course.Minutes.Take(34).Select(state => (state.At, state.Cs)));
        Assert.Equal(35 * 60 * 1.0005, course.Minutes[^1].At, 3);
    }

    [Fact]
    public void Who_died_is_gone_as_long_as_the_game_s_rule_says()
    {
        // Level 11 at minute 20: 35 s, and 4.25 % more of the five minutes beyond the fifteenth.
        var course = new TestCourse { Minutes = 30, Figures = (_, _) => new(0, 0, 0, 11) }.Kill(1200, 6, 2).Course;
        Assert.Equal((0, -1), (course.Before(1200).Alive, course.At(1200).Alive));
        Assert.Equal(-1, course.At(1200 + (35 * 1.0425) - 0.01).Alive);
        Assert.Equal(0, course.At(1200 + (35 * 1.0425)).Alive);
    }

    [Theory]
    [InlineData(1, 60, 10)]
    [InlineData(18, 899, 52.5)]
    [InlineData(18, 1800, 59.19375)]
    [InlineData(18, 3600, 78.75)]
    [InlineData(40, 3600, 78.75)]
    public void The_wait_grows_with_level_and_time(int level, double at, double seconds) => Assert.Equal(seconds, Respawn.Seconds(level, at), 6);

    [Fact]
    public void Might_ends_and_an_inhibitor_comes_back()
    {
        var course = new TestCourse { Minutes = 40 }
            .Monster(1500, MonsterKind.Baron, 100)
            .Monster(1600, MonsterKind.Dragon, 200, detail: "Elder")
            .Building(1550, BuildingKind.Inhibitor, 200, lane: "TOP_LANE")
            .Building(1551, BuildingKind.Inhibitor, 200, lane: "TOP_LANE")
            .Course;
        Assert.Equal((1, -1, 1), (course.At(1600).Baron, course.At(1600).Elder, course.At(1600).Inhibitors));
        Assert.Equal((0, 0), (course.At(1680).Baron, course.Before(1500).Baron));
        Assert.Equal((-1, 0), (course.At(1749).Elder, course.At(1750).Elder));
        Assert.Equal((1, 0), (course.At(1850).Inhibitors, course.At(1851).Inhibitors));
    }

    [Fact]
    public void The_fourth_dragon_is_the_soul_and_the_elder_counts_apart()
    {
        var course = new TestCourse { Minutes = 40 };
        for (var dragon = 1; dragon <= 4; dragon++)
        {
            course.Monster(dragon * 300, MonsterKind.Dragon, 0, killer: 7, detail: "Fire");
        }

        course.Monster(2000, MonsterKind.Dragon, 200, detail: "Elder");
        Assert.Equal((-3, 0), (course.Course.At(1199).Dragons, course.Course.At(1199).Soul));
        Assert.Equal((-4, -1, -1), (course.Course.At(2000).Dragons, course.Course.At(2000).Soul, course.Course.At(2000).Elder));
    }

    [Fact]
    public void A_building_counts_for_the_side_that_it_did_not_belong_to()
    {
        var state = new TestCourse { Minutes = 20 }.Building(400, BuildingKind.Plate, 200, killer: 1).Building(900, BuildingKind.Tower, 100).Building(901, BuildingKind.Tower, 0, killer: 1).Course.At(1000);
        Assert.Equal((1, -1), (state.Plates, state.Towers));
    }

    [Fact]
    public void A_player_s_minutes_tell_what_they_did_and_whether_they_lived()
    {
        var course = new TestCourse { Minutes = 10 }
            .Kill(100, 1, 6, 2).Kill(175, 6, 1, 7).Kill(400, 3, 8, 1, 2).Monster(420, MonsterKind.Dragon, 100, 2, "Fire", 1, 3).Building(500, BuildingKind.Tower, 200, 1).Building(501, BuildingKind.Plate, 200, 1)
            .Course;
        var minutes = course.MinutesOf(1);
        Assert.Equal(11, minutes.Length);
        Assert.Equal((1, 0, 0, 0, true), Of(minutes[1]));
        Assert.Equal((1, 1, 0, 0, false), Of(course.MinutesOf(1)[2]));
        Assert.Equal((1, 1, 1, 2, true), Of(minutes[^1]));
        Assert.Equal(500 + (400 * 5), minutes[4].Figures.Gold);
        Assert.Empty(course.MinutesOf(11));

        static (int, int, int, int, bool) Of(PlayerMinute minute) => (minute.Kills, minute.Deaths, minute.Assists, minute.Objectives, minute.IsAlive);
    }

    private static IEnumerable<double> Moments(MatchCourse course) => Enumerable.Range(0, 80).Select(step => step * course.End / 70).Concat(course.Minutes.Select(state => state.At));

    /// <summary>Without a negative zero, which no two people would tell apart.</summary>
    private static MatchState Negative(MatchState state) => new(state.At)
    {
        Gold = 0 - state.Gold,
        Experience = 0 - state.Experience,
        Levels = -state.Levels,
        Cs = -state.Cs,
        Kills = -state.Kills,
        Alive = -state.Alive,
        Plates = -state.Plates,
        Towers = -state.Towers,
        Inhibitors = -state.Inhibitors,
        Grubs = -state.Grubs,
        Heralds = -state.Heralds,
        Dragons = -state.Dragons,
        Soul = -state.Soul,
        Baron = -state.Baron,
        Elder = -state.Elder,
        Atakhan = -state.Atakhan,
    };
}
