using System.Collections.Immutable;
using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Matches.Timelines;

/// <summary>Reads timelines of match-v5. What is missing or of a wrong kind is left at nothing; events that MnM has no use for are left out.</summary>
internal static class TimelineReader
{
    /// <summary>How many frames there are; null where the JSON is no timeline.</summary>
    public static int? CountFrames(ReadOnlyMemory<byte> json) => Read<int?>(json, frames => frames.GetArrayLength());

    /// <summary>The timeline; null where the JSON is none.</summary>
    public static Timeline? Read(ReadOnlyMemory<byte> json) => Read<Timeline?>(json, frames => Read([.. frames.Items()]));

    private static T? Read<T>(ReadOnlyMemory<byte> json, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Member("info"u8).Member("frames"u8) is { ValueKind: JsonValueKind.Array } frames ? read(frames) : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static Timeline Read(List<JsonElement> frames)
    {
        var events = new EventLists();
        foreach (var told in frames.SelectMany(frame => frame.Member("events"u8).Items()))
        {
            events.Add(told);
        }

        return events.ToTimeline([
            .. frames.Where(frame => frame.Member("participantFrames"u8).ValueKind == JsonValueKind.Object)
                .Select(frame => new TimelineFrame(EventLists.Seconds(frame), People(frame.Member("participantFrames"u8))))
                .OrderBy(frame => frame.At),
        ]);
    }

    private static ImmutableDictionary<int, MinuteFigures> People(JsonElement people)
    {
        var figures = ImmutableDictionary.CreateBuilder<int, MinuteFigures>();
        foreach (var person in people.EnumerateObject().Select(member => member.Value))
        {
            if (person.Member("participantId"u8).ReadInt() is > 0 and var number)
            {
                figures[number] = new MinuteFigures(
                    (int)Math.Min(int.MaxValue, (long)person.Member("minionsKilled"u8).ReadCount() + person.Member("jungleMinionsKilled"u8).ReadCount()),
                    person.Member("totalGold"u8).ReadCount(),
                    person.Member("xp"u8).ReadCount(),
                    person.Member("level"u8).ReadCount());
            }
        }

        return figures.ToImmutable();
    }
}
