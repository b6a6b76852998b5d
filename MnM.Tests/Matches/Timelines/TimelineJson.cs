using System.Text;
using System.Text.Json.Nodes;
using MnM.Collector.Matches.Timelines;

namespace MnM.Tests.Matches.Timelines;

/// <summary>Timelines as Riot writes them, with what a test says.</summary>
internal static class TimelineJson
{
    /// <summary>One participant, who has ten more of everything in each frame.</summary>
    public static byte[] Frames(params IEnumerable<long> timestamps) => Of(timestamps, []);

    /// <summary>Frames a minute apart, as late as Riot's are, and events in the first of them.</summary>
    public static Timeline Events(int minutes, params JsonObject[] events) =>
        TimelineReader.Read(Of(Enumerable.Range(0, minutes + 1).Select(minute => minute * 60_013L), events))!;

    /// <summary>An event at a second.</summary>
    public static JsonObject Event(string type, double second, params (string Name, JsonNode? Value)[] members)
    {
        var told = new JsonObject { ["type"] = type, ["timestamp"] = (long)(second * 1000) };
        foreach (var (name, value) in members)
        {
            told[name] = value?.DeepClone();
        }

        return told;
    }

    /// <summary>A purchase, a sale or a use.</summary>
    public static JsonObject Item(string type, double second, int item, int participant = 1) => Event(type, second, ("itemId", item), ("participantId", participant));

    /// <summary>An undone purchase or sale.</summary>
    public static JsonObject Undo(double second, int before, int after) => Event("ITEM_UNDO", second, ("beforeId", before), ("afterId", after), ("participantId", 1));

    private static byte[] Of(IEnumerable<long> timestamps, JsonObject[] events) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["info"] = new JsonObject
        {
            ["frames"] = new JsonArray([.. timestamps.Select((time, index) => new JsonObject
            {
                ["timestamp"] = time,
                ["events"] = index == 0 ? new JsonArray([.. events.Select(told => told.DeepClone())]) : [],
                ["participantFrames"] = new JsonObject { ["1"] = Figures(1, index), ["6"] = Figures(6, index) },
            })]),
        },
    }.ToJsonString());

    private static JsonObject Figures(int participant, int frame) => new()
    {
        ["participantId"] = participant,
        ["minionsKilled"] = frame * 10,
        ["jungleMinionsKilled"] = participant == 1 ? 3 : 0,
        ["totalGold"] = 1000 + (frame * 100),
        ["currentGold"] = -20,
        ["xp"] = 100 + (frame * 10),
        ["level"] = 1 + frame,
    };
}
