using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using MnM.Collector.Live.Recording;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Live;

/// <summary>
/// The events of a game, each once. The list only grows for a player; after a spectator's rewind or a reconnect it may be told anew,
/// so events are known by what they say, not by their number.
/// </summary>
internal sealed class EventLog
{
    private readonly HashSet<(string Name, double Time, string? Actor, string? Victim, string? Detail)> _known = [];
    private JsonElement _last;

    /// <summary>All events, oldest first.</summary>
    public ImmutableArray<GameEventView> All { get; private set; } = [];

    /// <summary>How many events the last response listed.</summary>
    public int LastCount { get; private set; }

    /// <summary>Riot's word for how it ended for the local player: Win or Lose; empty where GameEnd did not say, null while the game runs.</summary>
    public string? Result { get; private set; }

    /// <summary>The same as they are stored.</summary>
    public ImmutableArray<GameEvent> Rows { get; private set; } = [];

    /// <summary>Takes over the events of a stored game.</summary>
    public void Restore(IEnumerable<GameEvent> stored, IReadOnlyList<PlayerView> players)
    {
        foreach (var row in stored.OrderBy(row => row.Ordinal))
        {
            using var told = Parse(row.Payload);
            Add(EventReader.Read(told.RootElement, row.Ordinal, players), row);
        }

        LastCount = All.Length;
    }

    /// <summary>Reads the list of the next poll and answers what is new in it. The document of the poll before must still be alive.</summary>
    public ImmutableArray<GameEvent> Take(long gameId, JsonElement told, IReadOnlyList<PlayerView> players)
    {
        if (told.ValueKind != JsonValueKind.Array)
        {
            _last = default;
            return [];
        }

        var from = Continues(told) ? LastCount : 0;
        _last = told;
        LastCount = told.GetArrayLength();
        if (from == LastCount)
        {
            return [];
        }

        var rows = ImmutableArray.CreateBuilder<GameEvent>();
        var place = 0;
        foreach (var entry in told.EnumerateArray())
        {
            if (place++ < from)
            {
                continue;
            }

            var view = EventReader.Read(entry, All.Length, players);
            var row = new GameEvent
            {
                GameId = gameId,
                Ordinal = view.Ordinal,
                EventName = view.Name,
                EventTime = view.Time,
                Payload = Encoding.UTF8.GetString(entry.Raw()),
            };
            if (Add(view, row))
            {
                rows.Add(row);
            }
        }

        return rows.ToImmutable();
    }

    private static JsonDocument Parse(string payload)
    {
        try
        {
            return JsonDocument.Parse(payload, DeltaCodec.Parsing);
        }
        catch (JsonException)
        {
            // A damaged row names no event; the game goes on with the others.
            return JsonDocument.Parse("null");
        }
    }

    private bool Add(GameEventView view, GameEvent row)
    {
        if (!_known.Add((view.Name, view.Time, view.Actor, view.Victim, view.Detail)))
        {
            return false;
        }

        All = All.Add(view);
        Rows = Rows.Add(row);
        if (view.Name == "GameEnd")
        {
            Result = view.Detail ?? "";
        }

        return true;
    }

    private bool Continues(JsonElement told)
    {
        if (_last.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        var before = _last.Raw()[..^1].TrimEnd(" \t\r\n"u8);
        return told.Raw().StartsWith(before);
    }
}
