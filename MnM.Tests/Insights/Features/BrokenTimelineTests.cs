using System.Text;
using System.Text.Json.Nodes;
using MnM.Collector.Insights.Features;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;
using MnM.Tests.Live.Recording;
using MnM.Tests.Matches;

namespace MnM.Tests.Insights.Features;

/// <summary>Timelines that tell too little, too much or nonsense.</summary>
public sealed class BrokenTimelineTests
{
    private static readonly ReadMatch Match = Read(MatchJson.Written());
    private readonly JsonObject _timeline = MatchJson.WrittenTimeline();

    private IEnumerable<JsonObject> Frames => _timeline["info"]!["frames"]!.AsArray().Select(frame => frame!.AsObject());

    [Fact]
    public void Events_that_are_told_twice_change_nothing()
    {
        var whole = Course();
        foreach (var frame in Frames)
        {
            var events = frame["events"]!.AsArray();
            foreach (var told in events.Where(told => (string?)told!["type"] is "CHAMPION_KILL" or "BUILDING_KILL" or "ELITE_MONSTER_KILL").ToList())
            {
                events.Add(told!.DeepClone());
            }
        }

        Assert.Equal(whole.Minutes.AsEnumerable(), Course().Minutes);
    }

    [Fact]
    public void A_death_that_is_told_twice_in_other_words_is_one()
    {
        var whole = Course();
        foreach (var events in Frames.Select(frame => frame["events"]!.AsArray()))
        {
            foreach (var told in events.Where(told => (string?)told!["type"] == "CHAMPION_KILL").ToList())
            {
                var again = told!.DeepClone();
                again["bounty"] = 1;
                events.Add(again);
            }
        }

        Assert.NotEqual(0, Deaths(whole));
        Assert.Equal(Deaths(whole), Deaths(Course()));

        static int Deaths(MatchCourse course) => Enumerable.Range(1, 10).Sum(number => course.MinutesOf(number)[^1].Deaths);
    }

    [Fact]
    public void Frames_in_any_order_are_put_in_order()
    {
        var whole = Course();
        var frames = _timeline["info"]!["frames"]!.AsArray();
        var mixed = frames.Select(frame => frame!.DeepClone()).ToArray();
        new Random(4).Shuffle(mixed);
        _timeline["info"]!["frames"] = new JsonArray(mixed);
        Assert.Equal(whole.Minutes.AsEnumerable(), Course().Minutes);
    }

    [Fact]
    public void Negative_gold_is_none_and_does_not_take_what_was_earned_before()
    {
        var whole = Course();
        foreach (var frame in Frames.Skip(10).Take(1))
        {
            foreach (var (_, person) in frame["participantFrames"]!.AsObject())
            {
                (person!["totalGold"], person["xp"], person["currentGold"]) = (-300, -1, -500);
            }
        }

        var broken = Course();
        Assert.Equal(whole.At(540), broken.At(540));
        Assert.Equal(whole.At(660), broken.At(660));
        Assert.Equal(whole.At(540).Gold, broken.At(600).Gold, 6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(16)]
    public void A_timeline_of_few_frames_tells_as_far_as_it_goes(int frames)
    {
        var all = _timeline["info"]!["frames"]!.AsArray();
        while (all.Count > frames)
        {
            all.RemoveAt(all.Count - 1);
        }

        var course = Course();
        Assert.Equal(frames - 1, course.Minutes.Count(state => state.At % 60 == 0));
        Assert.Equal(Match.Participants.First(one => one.Win).TeamId == 100, course.BlueWon);
    }

    [Theory]
    [InlineData(8, false)]
    [InlineData(16, true)]
    public void Frames_of_eight_people_are_none_and_of_sixteen_the_first_ten_count(int people, bool isTold)
    {
        var whole = Course();
        foreach (var frame in Frames)
        {
            var told = frame["participantFrames"]!.AsObject();
            for (var number = 9; number <= 10 && people < 10; number++)
            {
                told.Remove($"{number}");
            }

            for (var number = 11; number <= people; number++)
            {
                told[$"{number}"] = told["1"]!.DeepClone();
                told[$"{number}"]!["participantId"] = number;
            }
        }

        var course = MatchCourse.Of(Match, Timeline());
        Assert.Equal(isTold, course is not null);
        Assert.True(course is null || course.Minutes.SequenceEqual(whole.Minutes));
    }

    [Fact]
    public void Without_frames_there_is_no_course()
    {
        _timeline["info"]!["frames"] = new JsonArray();
        Assert.Null(MatchCourse.Of(Match, Timeline()));
    }

    [Fact]
    public void A_frame_at_the_end_of_the_world_makes_no_endless_match()
    {
        Frames.Last()["timestamp"] = long.MaxValue;
        Assert.InRange(Course().Minutes.Length, 20, (Match.Match.DurationSeconds / 60) + 3);
    }

    [Fact]
    public void Missing_and_wrong_members_break_nothing()
    {
        var (text, mutations, told) = (_timeline.ToJsonString(), new JsonMutations(11), 0);
        for (var round = 0; round < 40; round++)
        {
            if (TimelineReader.Read(Encoding.UTF8.GetBytes(mutations.Change(text, 6))) is { } timeline && MatchCourse.Of(Match, timeline) is { } course)
            {
                told++;
                Assert.All(course.Minutes, state => Assert.True(double.IsFinite(state.Gold) && double.IsFinite(state.Experience) && Math.Abs(state.Alive) <= 5 && Math.Abs(state.Baron) <= 1));
                Assert.All(Match.Participants, one => Assert.Equal(course.Minutes.Length, course.MinutesOf(one.Number).Length));
            }
        }

        Assert.InRange(told, 20, 40);
    }

    [RecordedFact("match-v5")]
    [Trait("Category", "Recordings")]
    public void Recorded_matches_are_told_or_it_is_said_why_not()
    {
        var (told, refused) = (0, new Dictionary<string, int>());
        foreach (var (json, timeline) in Recordings.Pairs())
        {
            var match = Read(json);
            if (MatchCourse.WhyNot(match) is { } reason)
            {
                refused[reason] = refused.GetValueOrDefault(reason) + 1;
                continue;
            }

            var course = MatchCourse.Of(match, TimelineReader.Read(Encoding.UTF8.GetBytes(timeline.ToJsonString()))!)!;
            told++;
            Assert.InRange(course.Minutes.Length, (match.Match.DurationSeconds / 60) - 1, (match.Match.DurationSeconds / 60) + 2);

            // The last frame is that of the end, where the match itself counts.
            var (kills, gold) = (
                match.Participants.Sum(one => one.TeamId == 100 ? one.Kills : -one.Kills), match.Participants.Sum(one => one.TeamId == 100 ? one.GoldEarned : -one.GoldEarned));
            Assert.Equal(kills, course.At(course.End).Kills);
            Assert.InRange(course.At(course.End).Gold, gold - 3000, gold + 3000);
        }

        Assert.True(told > 50, $"{told} told, {string.Join("; ", refused)}");
        Assert.Contains(refused.Keys, reason => reason.Contains("ARAM", StringComparison.Ordinal));
        Assert.Contains(refused.Keys, reason => reason.Contains("Arena", StringComparison.Ordinal));
    }

    private static ReadMatch Read(JsonObject match) => MatchReader.Read("EUW1_1", Encoding.UTF8.GetBytes(match.ToJsonString()), DateTimeOffset.UnixEpoch)!;

    private Timeline Timeline() => TimelineReader.Read(Encoding.UTF8.GetBytes(_timeline.ToJsonString()))!;

    private MatchCourse Course() => MatchCourse.Of(Match, Timeline())!;
}
