using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using MnM.Collector.StaticData;

namespace MnM.Collector.Live.Recording.Files;

/// <summary>The game of a file, made anew of its polls as the recorder makes one of a running game; kept in memory, folded, until it is known to be whole.</summary>
internal sealed class PlayedFile(StaticCatalog catalog) : IDisposable
{
    private const int MostPeople = 64;
    private const int MostItems = 64;
    private const int MostEvents = 20_000;
    private const int MostRows = 200_000;
    private const int LongestName = 128;
    private const int LongestEvent = 8 * 1024;
    private const double LongestGame = 86_400;

    private readonly List<PollRecord> _chain = [];
    private readonly List<GameGap> _gaps = [];
    private readonly List<SnapshotSegment> _segments = [];
    private readonly Dictionary<int, GameEvent> _events = [];
    private readonly Dictionary<(int Second, int Slot), TimelineRow> _timeline = [];
    private LiveGame? _game;
    private LiveView? _view;
    private Game? _row;
    private byte[]? _first;

    /// <summary>Polls taken so far.</summary>
    public int Polls { get; private set; }

    /// <summary>Below 0: numbers from 1 on are those of games that this machine records. The same recording has the same number on every machine.</summary>
    public long Id => Game.Id;

    public Game Game => _row!;

    public IEnumerable<PlayerInGame> Players => _view!.Players.Select(player => PlayerInGame.Of(Id, player));

    public IEnumerable<GameEvent> Events => _events.Values;

    public IEnumerable<GameGap> Gaps => _gaps;

    public IEnumerable<SnapshotSegment> Segments => _segments;

    public IEnumerable<TimelineRow> Timeline => _timeline.Values;

    /// <summary>Plays a whole file.</summary>
    /// <exception cref="RefusedFileException">No MnM opens it; the message says why, for people.</exception>
    /// <exception cref="FormatException">It is damaged.</exception>
    /// <exception cref="IOException">It does not come to its end.</exception>
    public async Task ReadAsync(Stream file, DateTimeOffset now, IProgress<GameFileProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            var head = await GameFileReader.ReadAsync(file, now, TakeAndTell, cancellationToken);
            End(head, now);
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException or InvalidOperationException or KeyNotFoundException or OverflowException)
        {
            // What a damaged file leads to in the codec.
            throw new FormatException(fault.Message, fault);
        }

        void TakeAndTell(GameFileHead head, FiledPoll poll)
        {
            Take(poll);
            progress?.Report(new(Polls, head.Polls));
        }
    }

    public void Dispose() => _game?.Dispose();

    private void Take(FiledPoll poll)
    {
        var response = PolledResponse.Parse(poll.Response, poll.At);
        if (response.IsBrawl)
        {
            throw new RefusedFileException("Riot does not approve that Brawl is kept or shown, so MnM does not open it.");
        }

        if (_game is null)
        {
            _game = response.IsGame ? LiveGame.Begin(0, response) : throw new RefusedFileException("The game file does not begin with a game.");
            _first = poll.Response.ToArray();
        }

        var (record, view) = _game.Accept(response, catalog, poll.Gap);
        Check(record, view);
        if (record.Keyframe)
        {
            Fold();
        }

        foreach (var told in record.Events)
        {
            _events[told.Ordinal] = told;
        }

        _chain.Add(record);
        (_view, Polls) = (view, Polls + 1);
    }

    /// <summary>All polls are taken and proved: the game gets its number.</summary>
    private void End(GameFileHead head, DateTimeOffset now)
    {
        Fold();
        var id = Number();
        Game.Id = id;
        Game.StartedAt = head.StartedAt.ToUniversalTime();
        Game.EndedAt = head.EndedAt?.ToUniversalTime() ?? Game.EndedAt ?? Game.LastPolledAt;
        Game.EndReason = head.EndReason ?? Game.EndReason;
        Game.WinningTeam ??= head.WinningTeam;
        Game.QueueId = head.QueueId;
        Game.GameType = head.GameType;
        Game.IsLive = false;
        Game.ImportedAt = now;
        _gaps.ForEach(gap => gap.GameId = id);
        _segments.ForEach(segment => segment.GameId = id);
        foreach (var told in _events.Values)
        {
            told.GameId = id;
        }

        foreach (var row in _timeline.Values)
        {
            row.GameId = id;
        }
    }

    /// <summary>Parsers take what comes; what no game tells would only be there to harm pages.</summary>
    private void Check(PollRecord record, LiveView view)
    {
        var isGame = view.Players.Length <= MostPeople && _events.Count + record.Events.Length <= MostEvents && Math.Abs(view.GameTime) <= LongestGame
            && IsName(view.GameMode) && IsName(view.MapName) && IsName(view.MapTerrain)
            && record.Events.All(told => IsName(told.EventName) && told.Payload.Length <= LongestEvent)
            && record.Players.All(player => IsName(player.Team) && IsName(player.ChampionName) && IsName(player.ChampionAlias) && IsName(player.DisplayName) && IsName(player.GameName)
                && IsName(player.TagLine) && IsName(player.Position) && player.Items.Length <= MostItems && player.Items.All(item => IsName(item.Name)));
        if (!isGame)
        {
            throw new RefusedFileException("The game file holds what no game tells.");
        }
    }

    private static bool IsName(string name) => name.Length <= LongestName;

    private void Fold()
    {
        if (_chain is [])
        {
            return;
        }

        var (rows, gaps) = PollWriter.Number([.. _chain], _row);
        var timeline = new TimelineSampler(0, _view!.Players, catalog, _row?.LastGameTime);
        _segments.Add(GameFolder.Fold(rows, timeline));
        _gaps.AddRange(gaps);
        foreach (var row in timeline.Rows)
        {
            // Where the game time went back, the later part counts.
            _timeline[(row.Second, row.Slot)] = row;
        }

        if (_timeline.Count > MostRows)
        {
            throw new RefusedFileException("The game file holds what no game tells.");
        }

        var game = _chain[^1].Game;
        PollWriter.Count(game, _row, rows);
        _row = game;
        _chain.Clear();
    }

    private long Number()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_first!);
        Span<byte> rest = stackalloc byte[sizeof(long) + sizeof(int)];
        BinaryPrimitives.WriteInt64LittleEndian(rest, Game.LastPolledAt.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteInt32LittleEndian(rest[sizeof(long)..], Polls);
        hash.AppendData(rest);

        // 48 bits: browsers keep whole numbers up to 53.
        return -1 - (long)(BinaryPrimitives.ReadUInt64LittleEndian(hash.GetCurrentHash()) >> 16);
    }
}
