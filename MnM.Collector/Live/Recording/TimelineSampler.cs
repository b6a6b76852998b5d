using System.Collections.Immutable;
using System.Text.Json;
using MnM.Collector.Riot.Wire;
using MnM.Collector.StaticData;

namespace MnM.Collector.Live.Recording;

/// <summary>Takes the figures of all players at the first poll of every ten seconds.</summary>
/// <param name="gameId">Our id of the game.</param>
/// <param name="people">Who is in the game, by slot.</param>
/// <param name="catalog">What items cost.</param>
/// <param name="before">Game time of the poll before the first one, seconds; null where there is none.</param>
internal sealed class TimelineSampler(long gameId, ImmutableArray<PlayerView> people, StaticCatalog catalog, double? before)
{
    private const int Step = 10;
    private readonly SortedDictionary<(int Second, int Slot), TimelineRow> _rows = [];
    private int _last = before is { } time ? Second(time) : -1;

    /// <summary>By second and slot. Where the game time went back, the later part counts.</summary>
    public IReadOnlyCollection<TimelineRow> Rows => _rows.Values;

    public void Take(double gameTime, ReadOnlySpan<byte> response)
    {
        var second = Second(gameTime);
        if (second == _last)
        {
            return;
        }

        _last = second;
        using var document = JsonDocument.Parse(response.ToArray(), DeltaCodec.Parsing);
        var told = document.RootElement.Member("allPlayers"u8);
        if (told.ValueKind != JsonValueKind.Array || told.GetArrayLength() == 0)
        {
            return;
        }

        var seen = new LivePeople();
        seen.Restore(people);
        seen.Take(told, catalog);
        foreach (var slot in seen.Slots)
        {
            var player = seen.All[slot];
            _rows[(second, slot)] = new TimelineRow
            {
                GameId = gameId,
                Second = second,
                Slot = slot,
                Kills = player.Kills,
                Deaths = player.Deaths,
                Assists = player.Assists,
                Cs = player.CreepScore,
                Level = player.Level,
                WardScore = Math.Round(player.WardScore, 2),
                ItemValue = player.ItemValue,
                Items = string.Join(',', player.Items.Select(item => item.ItemId)),
            };
        }
    }

    private static int Second(double gameTime) => (int)Math.Clamp(Math.Floor(gameTime / Step), 0, int.MaxValue / Step) * Step;
}
