using System.Collections.Immutable;
using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Matches;

/// <summary>Reads timelines of match-v5.</summary>
internal static class TimelineReader
{
    /// <summary>How many frames there are; null where the JSON is no timeline.</summary>
    public static int? CountFrames(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Member("info"u8).Member("frames"u8) is { ValueKind: JsonValueKind.Array } frames ? frames.GetArrayLength() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// What each participant had at a minute, by number. Frames come a little later than each full minute, so the nearest is taken and not the last before it,
    /// which is nearly a minute old; none where the match was over before, or has no frame within half a minute.
    /// </summary>
    public static ImmutableDictionary<int, MinuteFigures> At(ReadOnlyMemory<byte> json, int minute)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var (wanted, half) = (minute * 60_000L, 30_000L);
            var frame = document.RootElement.Member("info"u8).Member("frames"u8).Items()
                .Where(frame => Math.Abs(frame.Member("timestamp"u8).ReadLong() - wanted) < half)
                .OrderBy(frame => Math.Abs(frame.Member("timestamp"u8).ReadLong() - wanted))
                .FirstOrDefault();
            return Figures(frame.Member("participantFrames"u8));
        }
        catch (JsonException)
        {
            return ImmutableDictionary<int, MinuteFigures>.Empty;
        }
    }

    private static ImmutableDictionary<int, MinuteFigures> Figures(JsonElement people)
    {
        var figures = ImmutableDictionary.CreateBuilder<int, MinuteFigures>();
        foreach (var person in people.ValueKind == JsonValueKind.Object ? people.EnumerateObject().Select(member => member.Value) : [])
        {
            figures[person.Member("participantId"u8).ReadInt()] = new MinuteFigures(
                (int)Math.Min(int.MaxValue, (long)person.Member("minionsKilled"u8).ReadInt() + person.Member("jungleMinionsKilled"u8).ReadInt()),
                person.Member("totalGold"u8).ReadInt(),
                person.Member("xp"u8).ReadInt());
        }

        return figures.ToImmutable();
    }
}

/// <summary>What a participant had at a moment of the match.</summary>
public readonly record struct MinuteFigures(int Cs, int Gold, int Experience);
