using System.Text;
using System.Text.Json.Nodes;
using MnM.Collector.Matches;
using MnM.Tests.Live.Recording;

namespace MnM.Tests.Matches;

public sealed class TimelineReaderTests
{
    [Fact]
    public void A_frame_that_comes_a_little_late_is_that_of_its_minute()
    {
        var json = Timeline(0, 60_003, 119_998, 180_067);
        Assert.Equal(new MinuteFigures(13, 1100, 110), TimelineReader.At(json, 1)[1]);
        Assert.Equal(new MinuteFigures(23, 1200, 120), TimelineReader.At(json, 2)[1]);
        Assert.Equal(4, TimelineReader.CountFrames(json));
    }

    [Fact]
    public void A_match_that_was_over_before_has_nothing_at_that_minute()
    {
        Assert.Empty(TimelineReader.At(Timeline(0, 60_003, 75_000), 2));
        Assert.Empty(TimelineReader.At("{}"u8.ToArray(), 2));
        Assert.Empty(TimelineReader.At("not json"u8.ToArray(), 2));
        Assert.Null(TimelineReader.CountFrames("{}"u8.ToArray()));
    }

    [Fact]
    public void The_simulator_s_timeline_tells_everybody_at_ten_and_fifteen()
    {
        var json = Encoding.UTF8.GetBytes(MatchJson.WrittenTimeline().ToJsonString());
        var (ten, fifteen) = (TimelineReader.At(json, 10), TimelineReader.At(json, 15));
        Assert.Equal(Enumerable.Range(1, 10), ten.Keys.Order());
        Assert.All(ten, one => Assert.True(fifteen[one.Key].Gold > one.Value.Gold));
    }

    [Fact]
    public void Changed_and_damaged_timelines_break_nothing()
    {
        var (text, mutations, read) = (Encoding.UTF8.GetString(Timeline(0, 60_003, 119_998)), new JsonMutations(3), 0);
        for (var round = 0; round < 300; round++)
        {
            read += TimelineReader.At(Encoding.UTF8.GetBytes(mutations.Change(text, 3)), 1).Count;
            TimelineReader.At(mutations.Damage(Encoding.UTF8.GetBytes(text), 3), 1);
        }

        Assert.InRange(read, 100, 600);
    }

    [RecordedFact("match-v5")]
    [Trait("Category", "Recordings")]
    public void Recorded_timelines_tell_the_figures_of_their_tenth_minute()
    {
        var compared = 0;
        foreach (var (match, timeline) in Recordings.Pairs())
        {
            var frames = timeline["info"]!["frames"]!.AsArray();
            var figures = TimelineReader.At(Encoding.UTF8.GetBytes(timeline.ToJsonString()), 10);
            if (frames.Count < 12)
            {
                continue;
            }

            compared++;
            Assert.Equal(match["info"]!["participants"]!.AsArray().Count, figures.Count);
            Assert.All(figures, one => Assert.Equal((int)frames[10]!["participantFrames"]![$"{one.Key}"]!["totalGold"]!, one.Value.Gold));
        }

        Assert.True(compared > 50);
    }

    /// <summary>One participant, who has ten more of everything in each frame.</summary>
    private static byte[] Timeline(params IEnumerable<long> timestamps) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["info"] = new JsonObject
        {
            ["frames"] = new JsonArray([.. timestamps.Select((time, index) => new JsonObject
            {
                ["timestamp"] = time,
                ["participantFrames"] = new JsonObject
                {
                    ["1"] = new JsonObject
                    {
                        ["participantId"] = 1,
                        ["minionsKilled"] = index * 10,
                        ["jungleMinionsKilled"] = 3,
                        ["totalGold"] = 1000 + (index * 100),
                        ["xp"] = 100 + (index * 10),
                    },
                },
            })]),
        },
    }.ToJsonString());
}
