using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Crawling;

/// <summary>A ladder through a span of time.</summary>
/// <param name="readings">Those that may be the nearest to a moment of the span.</param>
/// <param name="moves">By PUUID: where somebody stood at the first of these readings, and each change up to the last.</param>
internal sealed class LadderSpan(IReadOnlyCollection<LadderReading> readings, ILookup<string, LadderEntry> moves)
{
    private readonly ILookup<TftTier, LadderReading> _readings = readings.OrderBy(reading => reading.ReadAt).ThenBy(reading => reading.Id).ToLookup(reading => reading.Tier);

    /// <summary>Of a ladder that was never read.</summary>
    public static LadderSpan Empty { get; } = new([], Enumerable.Empty<LadderEntry>().ToLookup(_ => ""));

    /// <summary>
    /// Where people stood at a moment of the span: as in the reading that is nearest to it, before or after. Who was not on it is left out.
    /// Each tier has readings of its own; of somebody who stands in two of them, one read before the way up and one after it, the nearer one counts.
    /// </summary>
    public IReadOnlyDictionary<string, LadderStanding> Find(IEnumerable<string> puuids, DateTimeOffset at)
    {
        List<LadderReading> nearest = [.. Enum.GetValues<TftTier>().Select(tier => Nearest(tier, at)).OfType<LadderReading>()];
        var found = new Dictionary<string, LadderStanding>();
        foreach (var puuid in puuids)
        {
            foreach (var reading in nearest)
            {
                var age = (reading.ReadAt - at).Duration();
                if (PlaceIn(reading, puuid) is { } place && (!found.TryGetValue(puuid, out var other) || age < other.Age))
                {
                    found[puuid] = new LadderStanding(reading.Tier, place.LeaguePoints, age);
                }
            }
        }

        return found;
    }

    private LadderEntry? PlaceIn(LadderReading reading, string puuid) =>
        moves[puuid].Where(move => move.ReadingId <= reading.Id).MaxBy(move => move.ReadingId) is { } last && last.Tier == reading.Tier ? last : null;

    private LadderReading? Nearest(TftTier tier, DateTimeOffset at)
    {
        var (before, after) = (_readings[tier].LastOrDefault(reading => reading.ReadAt <= at), _readings[tier].FirstOrDefault(reading => reading.ReadAt > at));
        return before is not null && after is not null && after.ReadAt - at < at - before.ReadAt ? after : before ?? after;
    }
}
