using MnM.Collector.Live;
using MnM.Simulator.World;

namespace MnM.Benchmarks.Evenings;

/// <summary>
/// Holds what MnM shows and stores against what really was. A second counts once things have been the same for a moment: a request that is never
/// answered takes two seconds, and the next one follows a second later. A game counts as watched once MnM ran through some seconds of it.
/// </summary>
internal sealed class EveningJudge(WatchedEvening evening)
{
    private const int SettledAfter = 5;
    private const int LinkSettledAfter = 6;
    private const int WatchedAfter = 10;

    private readonly Dictionary<DateTimeOffset, long> _gameAt = [];
    private readonly Dictionary<long, int> _watched = [];
    private GamePhase? _expected;
    private bool _listens;
    private bool _runs;
    private int _sameFor;
    private int _linkSameFor;
    private int? _connectsIn;

    /// <summary>Seconds in which MnM showed another phase than the true one.</summary>
    public int PhaseWrong { get; private set; }

    /// <summary>Seconds that were held against the truth.</summary>
    public int PhaseSeconds { get; private set; }

    /// <summary>Seconds from the moment the client answered and MnM ran until MnM was connected.</summary>
    public List<double> Reconnects { get; } = [];

    public int Games => _watched.Count(game => game.Value >= WatchedAfter);
    public int Missed { get; private set; }
    public int Split { get; private set; }
    public int Merged { get; private set; }

    /// <summary>What was wrong, for people.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Looks at the second that has passed.</summary>
    public void Look()
    {
        var truth = evening.Machine.Evening.State;
        var (listens, runs) = (evening.IsClientListening, evening.State is not null);
        NoteGame(truth, runs);
        var link = listens == _listens && runs == _runs;
        _linkSameFor = link ? _linkSameFor + 1 : 0;
        (_listens, _runs) = (listens, runs);
        var expected = Expect(truth, listens, evening.IsGameListening);
        _sameFor = expected == _expected ? _sameFor + 1 : 0;
        _expected = expected;
        NoteConnection(listens && runs);
        if (runs && expected is { } phase && _sameFor >= SettledAfter && _linkSameFor >= LinkSettledAfter)
        {
            PhaseSeconds++;
            if (evening.State!.Phase.Phase != phase)
            {
                PhaseWrong++;
                Faults.Add($"{evening.Clock.GetUtcNow():HH:mm:ss} {phase} ({truth.Phase}, {truth.Stage}, client {(listens ? "listens" : "silent")}) but shown is {evening.State.Phase}, {evening.State.Connection}, client {evening.State.Client.Connection} {evening.State.Client.Fault?.Message}");
            }
        }
    }

    /// <summary>Counts the games at the end.</summary>
    public async Task CountAsync()
    {
        var rows = await evening.GamesAsync();
        var played = rows.Select(row => (row.Game, Truth: row.Polls.Select(GameAt).OfType<long>().Distinct().ToList())).ToList();
        foreach (var (id, _) in _watched.Where(game => game.Value >= WatchedAfter))
        {
            var count = played.Count(row => row.Truth.Contains(id));
            Missed += count == 0 ? 1 : 0;
            Split += Math.Max(0, count - 1);
            if (count != 1)
            {
                Faults.Add($"game {id} is in {count} rows: {string.Join("; ", played.Select(row => $"{row.Game.Id} ({row.Game.ClientGameId}, {row.Game.EndReason}, {row.Game.Polls} polls, {row.Game.FirstGameTime:0}–{row.Game.LastGameTime:0} s of {string.Join(',', row.Truth)})"))}");
            }
        }

        foreach (var (game, truth) in played.Where(row => row.Truth.Count > 1 || (row.Game.ClientGameId is { } told && !row.Truth.Contains(told))))
        {
            Merged++;
            Faults.Add($"row {game.Id} ({game.ClientGameId}) holds {string.Join(", ", truth)}");
        }
    }

    /// <summary>What MnM should show; null where nobody can tell, because neither the client nor the game answers.</summary>
    private static GamePhase? Expect(EveningState truth, bool clientListens, bool gameListens)
    {
        var told = clientListens ? Words(truth.Phase) : (GamePhase?)null;
        return (truth.Stage, told) switch
        {
            (GameStage.Playing, not GamePhase.PostGame) when gameListens => GamePhase.InGame,
            (GameStage.Ended, _) when gameListens => GamePhase.PostGame,
            _ => told,
        };
    }

    /// <summary>Written anew, so that an error in MnM's own table shows.</summary>
    private static GamePhase Words(GameflowPhase phase) => phase switch
    {
        GameflowPhase.Lobby or GameflowPhase.Matchmaking or GameflowPhase.ReadyCheck or GameflowPhase.CheckedIntoTournament => GamePhase.Lobby,
        GameflowPhase.ChampSelect => GamePhase.ChampSelect,
        GameflowPhase.GameStart or GameflowPhase.InProgress or GameflowPhase.Reconnect or GameflowPhase.WatchInProgress => GamePhase.InGame,
        GameflowPhase.WaitingForStats or GameflowPhase.PreEndOfGame or GameflowPhase.EndOfGame => GamePhase.PostGame,
        _ => GamePhase.ClientOpen,
    };

    private void NoteGame(EveningState truth, bool runs)
    {
        if (truth.Stage is GameStage.Playing or GameStage.Ended && truth.Game is { } game)
        {
            _gameAt[evening.Clock.GetUtcNow()] = game.Script.GameId;
            if (runs && truth.Stage == GameStage.Playing)
            {
                _watched[game.Script.GameId] = _watched.GetValueOrDefault(game.Script.GameId) + 1;
            }
        }
    }

    private void NoteConnection(bool canConnect)
    {
        if (!canConnect)
        {
            _connectsIn = evening.State?.Client.IsConnected is true ? null : 0;
        }
        else if (evening.State!.Client.IsConnected)
        {
            if (_connectsIn is { } seconds)
            {
                Reconnects.Add(seconds);
            }

            _connectsIn = null;
        }
        else
        {
            _connectsIn = (_connectsIn ?? 0) + 1;
        }
    }

    /// <summary>The game that was played when a poll was made; one just after its end is of the game that ended.</summary>
    private long? GameAt(DateTimeOffset polledAt)
    {
        var second = new DateTimeOffset(polledAt.Ticks - (polledAt.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        return _gameAt.TryGetValue(second, out var game) || _gameAt.TryGetValue(second.AddSeconds(1), out game) || _gameAt.TryGetValue(second.AddSeconds(-1), out game) ? game : null;
    }
}
