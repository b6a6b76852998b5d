using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using MnM.Collector.Live.Lcu;
using MnM.Collector.Live.Recording;
using MnM.Collector.Riot.Wire;
using MnM.Collector.StaticData;

namespace MnM.Collector.Live;

/// <summary>
/// The state of one running game. Each response is parsed once and gives two products: the delta for the recorder and the view for all readers.
/// Not thread-safe: only the poller holds it.
/// </summary>
internal sealed class LiveGame : IDisposable
{
    /// <summary>A poll at least this often is stored whole, so that any second is near one.</summary>
    public const int KeyframeEvery = 60;

    /// <summary>The clock of a running game never goes back by itself; this much is rounding. Seconds.</summary>
    private const double Rounding = 0.5;

    /// <summary>A clock below this is that of a game that has just begun. Seconds.</summary>
    private const double JustBegun = 15;

    /// <summary>From the end of one game's program to the first answer of the next: it must end, be started and load.</summary>
    private static readonly TimeSpan FastestStart = TimeSpan.FromSeconds(5);

    /// <summary>No game lasts longer than MnM may have been away in its middle.</summary>
    private static readonly TimeSpan LongestBreak = TimeSpan.FromHours(3);

    private readonly DeltaBuffer _buffer = new();
    private readonly LivePeople _people = new();
    private readonly EventLog _events = new();
    private readonly ItemLog _items = new();
    private readonly Game _row;
    private JsonDocument? _last;
    private int _polls;
    private ImmutableArray<TeamView> _teams = [];
    private ActivePlayerView? _active;
    private int _gaps;
    private bool _lost;
    private int _sinceKeyframe = KeyframeEvery;

    private LiveGame(Game row) => (_row, _polls) = (row, row.Polls);

    /// <summary>Our id of the game.</summary>
    public long Id => _row.Id;

    /// <summary>Riot's number of the game, which tells it from every other; null where no client told it.</summary>
    public long? ClientGameId => _row.ClientGameId;

    /// <summary>Timestamp of the last poll that this run of MnM made of the game, which no set clock changes; null before the first.</summary>
    public long? Polled { get; set; }

    /// <summary>When the last response arrived, UTC.</summary>
    public DateTimeOffset LastPolledAt => _row.LastPolledAt;

    /// <summary>Whether the game's row says that it runs.</summary>
    public bool IsOpen => _row.IsLive;

    /// <summary>Whether the game told its end.</summary>
    public bool HasEnded => _events.Result is not null;

    /// <summary>Whether the local player won; null where the game did not say.</summary>
    public bool? Won => _events.Result switch { "Win" => true, "Lose" => false, _ => null };

    /// <summary>A game whose first response is <paramref name="first"/>; hand it to <see cref="Accept"/> next.</summary>
    public static LiveGame Begin(long id, PolledResponse first)
    {
        var time = first.GameTime ?? 0;
        var data = first.Document.RootElement.Member("gameData"u8);
        return new LiveGame(new Game
        {
            Id = id,
            GameMode = data.Member("gameMode"u8).ReadString("?"),
            MapName = data.Member("mapName"u8).ReadString("?"),
            MapNumber = data.Member("mapNumber"u8).ReadInt(),
            StartedAt = first.PolledAt - TimeSpan.FromSeconds(Math.Clamp(time, 0, 86_400)),
            FirstGameTime = time,
            IsLive = true,
        });
    }

    /// <summary>A stored game that goes on after a restart of MnM: the same row and slots, a keyframe first.</summary>
    public static LiveGame Resume(StoredGame stored)
    {
        var game = new LiveGame(stored.Game) { _gaps = stored.Gaps };
        game._people.Restore(stored.Players);
        game._events.Restore(stored.Events, stored.Players);
        return game;
    }

    /// <summary>
    /// Whether the response belongs to this game: by its number where both are known. Otherwise at least half of the people are the same,
    /// and the game did not begin anew. An answer that lists nobody says nothing against it.
    /// </summary>
    /// <param name="next">The response.</param>
    /// <param name="told">The number of the game that runs now, as the client tells it.</param>
    public bool Owns(PolledResponse next, long? told = null) => !next.HasPlayers
        || (told is not null && ClientGameId is not null ? told == ClientGameId : !BeganAnew(next) && _people.AreSame(next.Players));

    /// <summary>
    /// For a game that is not polled any more: whether it is the one that answers now, that is the same number, or the same people at a later time not long after.
    /// One that told its end tells it to the last: without it another game of the same people answers.
    /// </summary>
    public bool IsContinuedBy(PolledResponse next, long? told) =>
        next.IsGame && next.PolledAt - _row.LastPolledAt < LongestBreak && (!HasEnded || next.HasEnd) && Owns(next, told);

    /// <summary>Notes which game this is at Riot.</summary>
    /// <param name="game">As the client tells it.</param>
    /// <param name="platform">The platform it is played on; null where unknown.</param>
    public void Identify(ClientGame game, string? platform)
    {
        _row.ClientGameId = game.Id;
        _row.QueueId = game.QueueId;
        _row.GameType = game.GameType;
        _row.RiotMatchId = platform is null ? null : string.Create(CultureInfo.InvariantCulture, $"{platform.ToUpperInvariant()}_{game.Id}");
    }

    /// <summary>Takes the next response of this game and keeps its document until the one after.</summary>
    /// <param name="next">The response; its document belongs to the game from now on.</param>
    /// <param name="catalog">Static data of the moment.</param>
    /// <param name="missed">Why polls are missing between the one before and this, in the words of <see cref="GameGap"/>; null where none are.</param>
    public (PollRecord Record, LiveView View) Accept(PolledResponse next, StaticCatalog catalog, string? missed = null)
    {
        var root = next.Document.RootElement;
        var sequence = _polls++;
        var time = next.GameTime ?? _row.LastGameTime;
        if (sequence > 0 && time < _row.LastGameTime - Rounding)
        {
            _row.Segment++;
        }

        var gap = sequence == 0 ? null : missed ?? (_lost ? GameGap.NotStored : null);
        _gaps += gap is null ? 0 : 1;
        var keyframe = _last is null || _sinceKeyframe >= KeyframeEvery - 1;
        var payload = keyframe ? next.Response : Encode(_last!.RootElement, root);
        _sinceKeyframe = keyframe ? 0 : _sinceKeyframe + 1;

        var before = _people.All;
        _people.Take(next.Players, catalog);
        var events = _events.Take(_row.Id, next.Events, _people.All);
        _active = ActivePlayerReader.Read(root.Member("activePlayer"u8), _active, _people.All);
        if (_active?.Slot is { } slot)
        {
            _people.MarkActive(slot);
        }

        if (before != _people.All || events.Length > 0)
        {
            _items.Take(time, before, _people.All, catalog);
            _teams = TeamTally.Sum(_people.All, _events.All);
        }

        _row.LastGameTime = time;
        _row.LastPolledAt = next.PolledAt;
        _row.GameLengthSeconds = Math.Max(_row.GameLengthSeconds, time);
        _row.WinningTeam ??= WinningTeam();
        OpenOrClose();
        _last?.Dispose();
        _last = next.Document;

        var record = new PollRecord
        {
            Game = _row.Copy(),
            Payload = payload,
            Keyframe = keyframe,
            Segment = _row.Segment,
            PolledAt = next.PolledAt,
            GameTime = time,
            GapBefore = gap,
            Players = _lost ? _people.All : Changed(before, _people.All),
            IsWhole = _lost,
            Events = _lost ? _events.Rows : events,
        };
        _lost = false;
        return (record, View(next, root, sequence, time));
    }

    /// <summary>Stores the next response whole: the one before may have been deleted while the game was left.</summary>
    public void RequireKeyframe() => _sinceKeyframe = KeyframeEvery;

    /// <summary>Makes the next record whole: the recorder gave up earlier ones.</summary>
    public void RequireWhole()
    {
        RequireKeyframe();
        _lost = true;
    }

    /// <summary>Ends the game for the reason given: game_end, client_end, connection_lost, another_game or restart.</summary>
    public PollRecord End(string reason)
    {
        _row.IsLive = false;
        _row.EndedAt ??= _row.LastPolledAt;
        _row.EndReason ??= reason;
        return new PollRecord { Game = _row.Copy() };
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _last?.Dispose();
        _buffer.Dispose();
    }

    /// <summary>
    /// Whether the clock went back as it does with a new game of the same people: nothing that is told lies after it, and there is less of it,
    /// or the game has only just begun. A spectator's rewind goes back too, but keeps the events that lie ahead.
    /// </summary>
    private bool BeganAnew(PolledResponse next)
    {
        if (next.GameTime is not { } time || time >= _row.LastGameTime - Rounding || (next.PolledAt - _row.LastPolledAt).Duration() < FastestStart)
        {
            return false;
        }

        return (next.EventCount < _events.LastCount || time < JustBegun) && !next.HasEventAfter(time + 1);
    }

    /// <summary>A game that told its end is over; one that was given up and answers again goes on.</summary>
    private void OpenOrClose()
    {
        if (HasEnded && _row.IsLive)
        {
            End("game_end");
        }
        else if (!HasEnded && !_row.IsLive)
        {
            (_row.IsLive, _row.EndedAt, _row.EndReason) = (true, null, null);
        }
    }

    private ReadOnlyMemory<byte> Encode(JsonElement was, JsonElement now)
    {
        _buffer.Clear();
        DeltaCodec.Encode(was, now, _buffer);
        return _buffer.Written.ToArray();
    }

    private string? WinningTeam() => Won is { } won && _active?.Slot is { } slot
        ? (won, _people.All[slot].Team) switch
        {
            (true, var team) => team,
            (false, TeamView.Blue) => TeamView.Red,
            (false, TeamView.Red) => TeamView.Blue,
            _ => null,
        }
        : null;

    private LiveView View(PolledResponse next, JsonElement root, int sequence, double time) => new()
    {
        GameId = _row.Id,
        Sequence = sequence,
        IsMatched = _row.IsMatched,
        PolledAt = next.PolledAt,
        GameTime = time,
        GameMode = _row.GameMode,
        MapName = _row.MapName,
        MapNumber = _row.MapNumber,
        MapTerrain = root.Member("gameData"u8).Member("mapTerrain"u8).ReadString("Default", "Default"),
        Players = _people.All,
        Teams = _teams,
        ActivePlayer = _active,
        Events = _events.All,
        Completions = _items.Completions,
        ItemValues = _items.Differences(time, _teams),
        Recording = new RecordingView(sequence + 1, _row.FirstGameTime, _gaps, null),
        Response = next.Response,
        SlotsInResponse = _people.Slots,
    };

    private static ImmutableArray<PlayerView> Changed(ImmutableArray<PlayerView> before, ImmutableArray<PlayerView> now)
    {
        if (before == now)
        {
            return [];
        }

        var changed = ImmutableArray.CreateBuilder<PlayerView>();
        for (var slot = 0; slot < now.Length; slot++)
        {
            if (slot >= before.Length || !ReferenceEquals(before[slot], now[slot]))
            {
                changed.Add(now[slot]);
            }
        }

        return changed.ToImmutable();
    }
}
