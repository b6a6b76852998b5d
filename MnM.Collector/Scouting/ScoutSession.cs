using System.Collections.Immutable;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Riot;

namespace MnM.Collector.Scouting;

/// <summary>
/// Finds out what can be known of the people of one game. Each question is asked once in a game; who is hidden is asked for never, since nobody has a name for them.
/// </summary>
/// <param name="sources">Where answers come from.</param>
/// <param name="platform">Where the game is played, for example euw1.</param>
/// <param name="time">The clock.</param>
/// <param name="changed">Called after every change, outside the lock.</param>
internal sealed class ScoutSession(ScoutSources sources, string platform, TimeProvider time, Action changed) : IAsyncDisposable
{
    /// <summary>Questions for matches that wait for Riot's limits at once: what was asked is answered, even if the game ends meanwhile.</summary>
    private const int MatchesAtOnce = 10;

    private readonly string _region = Routing.RegionOf(platform)!;
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<Lane, HashSet<string>> _underWay = new() { [Lane.Live] = [], [Lane.Requested] = [] };
    private readonly HashSet<RiotName> _asking = [];
    private readonly HashSet<Task> _tasks = [];
    private ImmutableDictionary<RiotName, Dossier> _dossiers = ImmutableDictionary<RiotName, Dossier>.Empty;
    private ImmutableArray<RiotName> _order = [];
    private RiotName? _you;
    private string? _matchId;
    private bool _hasEnded;
    private int _answered;

    /// <summary>What is known, by Riot ID.</summary>
    public ImmutableDictionary<RiotName, Dossier> Dossiers
    {
        get { lock (_lock) { return _dossiers; } }
    }

    /// <summary>Questions that were answered, in whichever way.</summary>
    public int Answered
    {
        get { lock (_lock) { return _answered; } }
    }

    /// <summary>You, once Riot's id of you is known.</summary>
    public KnownPlayer? You
    {
        get { lock (_lock) { return _you is null ? null : _dossiers.GetValueOrDefault(_you)?.Player; } }
    }

    /// <summary>Whether nothing is under way.</summary>
    public bool IsIdle
    {
        get { lock (_lock) { return _tasks.Count == 0; } }
    }

    /// <summary>These people are in the game.</summary>
    /// <param name="you">You, in the game or not; null where nobody tells who that is.</param>
    /// <param name="game">The game.</param>
    public void Meet(RiotName? you, ScoutGame game)
    {
        lock (_lock)
        {
            _you = game.Seats.FirstOrDefault(seat => seat.IsYou)?.Name ?? you ?? _you;
            _matchId = game.Id > 0 ? $"{platform.ToUpperInvariant()}_{game.Id}" : _matchId;
            _order = [.. game.Seats.Select(seat => seat.Name).OfType<RiotName>()];
            foreach (var seat in game.Seats.Where(seat => seat.Name is not null && !_dossiers.ContainsKey(seat.Name)))
            {
                Open(seat.Name!, seat.Puuid);
            }

            // Who watches is in no seat, and is met in games all the same.
            if (_you is { } me && !_dossiers.ContainsKey(me))
            {
                Open(me, puuid: null);
            }
        }
    }

    /// <summary>The game is over: what was asked is answered, nothing more is asked.</summary>
    public void End()
    {
        lock (_lock)
        {
            _hasEnded = true;
        }
    }

    /// <summary>Asks again for what failed.</summary>
    public void TryAgain()
    {
        lock (_lock)
        {
            foreach (var dossier in _dossiers.Values)
            {
                _dossiers = _dossiers.SetItem(dossier.Name, dossier.Again());
                Ask(dossier.Name, puuid: null);
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        End();
        await _stop.CancelAsync();
        Task[] tasks;
        lock (_lock)
        {
            tasks = [.. _tasks];
        }

        await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private void Open(RiotName name, Puuid? puuid)
    {
        _dossiers = _dossiers.Add(name, new Dossier(name));
        Ask(name, puuid);
    }

    private void Ask(RiotName name, Puuid? puuid)
    {
        if (!_hasEnded && _asking.Add(name))
        {
            Run(async token =>
            {
                try
                {
                    await AskAsync(name, puuid, token);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    sources.Report(fault);
                    Change(name, dossier => dossier.Fail("MnM could not read or keep what it knows of this player."));
                }
                finally
                {
                    lock (_lock)
                    {
                        _asking.Remove(name);
                    }
                }
            });
        }
    }

    private async Task AskAsync(RiotName name, Puuid? puuid, CancellationToken token)
    {
        var player = Dossiers[name].Player ?? await IdentifyAsync(name, puuid, token);
        if (player is null)
        {
            return;
        }

        var stored = await sources.Library.StoredAsync(player.Puuid, token);
        Change(name, dossier => (dossier.Player is null ? dossier.With(player, time.GetUtcNow()) : dossier) with { Matches = dossier.Matches.SetItems(stored.Select(Pair)) });
        await Task.WhenAll(
            FillAsync(name, dossier => dossier.Profile, (dossier, part) => dossier with { Profile = part }, () => sources.Players.FetchProfileAsync(player, platform, Lane.Live, token)),
            FillAsync(name, dossier => dossier.Ranks, (dossier, part) => dossier with { Ranks = part }, () => sources.Players.FetchRanksAsync(player, platform, Lane.Live, token)),
            FillAsync(name, dossier => dossier.Masteries, (dossier, part) => dossier with { Masteries = part }, () => sources.Players.FetchMasteriesAsync(player, platform, Lane.Live, token)),
            FillAsync(name, dossier => dossier.Listed, (dossier, part) => dossier with { Listed = part }, () => sources.Library.ListAsync(player.Puuid, _region, token)),
            CountMeetingsAsync(token));
        FetchMatches();
    }

    /// <summary>Who it is; null where that cannot be found out.</summary>
    private async Task<KnownPlayer?> IdentifyAsync(RiotName name, Puuid? puuid, CancellationToken token)
    {
        var known = await sources.Stored.FindAsync(name.GameName, name.TagLine, token);
        if (puuid is not null)
        {
            return known?.Puuid == puuid ? known : await sources.Players.KeepAsync(new RiotAccount(puuid, name.GameName, name.TagLine), token);
        }

        var now = time.GetUtcNow();
        if (known is not null && Freshness.IsFresh(known.RiotIdSeenAt, Freshness.RiotId, now))
        {
            return known;
        }

        if (known is not null)
        {
            Change(name, dossier => dossier.With(known, now) with { Player = null });
        }

        var answer = await sources.Players.FindAsync(name.GameName, name.TagLine, _region, Lane.Live, token);
        Count();
        if (answer.Found is { } found)
        {
            return found;
        }

        if (known is not null && answer is not RiotAnswer<KnownPlayer>.NotFound)
        {
            // Whoever had the name when it was last asked most likely has it still.
            return known;
        }

        Change(name, dossier => dossier.Fail(ReasonOf(answer, "Riot knows no player of this name.")));
        return null;
    }

    /// <summary>Asks for a part that is not there or old.</summary>
    private async Task FillAsync<T>(
        RiotName name, Func<Dossier, ScoutPart<T>> read, Func<Dossier, ScoutPart<T>, Dossier> write, Func<Task<RiotAnswer<T>>> ask)
        where T : class
    {
        if (read(Dossiers[name]).IsSettled)
        {
            return;
        }

        var answer = await ask();
        Count();
        Change(name, dossier => write(dossier, answer.Found is { } value
            ? new ScoutPart<T>(ScoutPartState.Ready, value, time.GetUtcNow())
            : read(dossier) with { State = ScoutPartState.Failed, Reason = ReasonOf(answer, "Riot has nothing of this player here.") }));
        FetchMatches();
    }

    private async Task CountMeetingsAsync(CancellationToken token)
    {
        if (You is not { } you)
        {
            return;
        }

        foreach (var dossier in Dossiers.Values.Where(dossier => dossier is { Player: not null, Met: null } && dossier.Player.Id != you.Id))
        {
            var met = await sources.Library.MetAsync(you.Puuid, dossier.Player!.Puuid, _matchId, token);
            Change(dossier.Name, now => now with { Met = met });
        }
    }

    /// <summary>Asks for as many matches as may be under way.</summary>
    private void FetchMatches()
    {
        lock (_lock)
        {
            foreach (var (lane, underWay) in _underWay)
            {
                while (!_hasEnded && underWay.Count < MatchesAtOnce && FormTurns.Next(InTurn(), Asked(), lane) is { } next)
                {
                    underWay.Add(next);
                    Run(token => FetchMatchAsync(next, lane, token));
                }
            }
        }
    }

    private async Task FetchMatchAsync(string matchId, Lane lane, CancellationToken token)
    {
        MatchAnswer answer;
        try
        {
            answer = await sources.Library.EnsureAsync(matchId, lane, token);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            answer = new MatchAnswer.Unavailable($"The match could not be kept: {fault.Message}");
        }

        lock (_lock)
        {
            _answered++;
            _underWay[lane].Remove(matchId);
            foreach (var dossier in _dossiers.Values.Where(dossier => dossier.Missing.Contains(matchId)))
            {
                _dossiers = _dossiers.SetItem(dossier.Name, answer switch
                {
                    MatchAnswer.Stored { Match: var read } when FormMatch.Of(read) is { } match => dossier with { Matches = dossier.Matches.SetItem(matchId, match) },
                    MatchAnswer.Unavailable { Reason: var reason } => dossier with { Failed = dossier.Failed.SetItem(matchId, reason) },
                    _ => dossier with { Closed = dossier.Closed.Add(matchId) },
                });
            }
        }

        changed();
        FetchMatches();
    }

    private IEnumerable<Dossier> InTurn() => _order.Select(name => _dossiers[name]);

    private HashSet<string> Asked() => [.. _underWay.Values.SelectMany(all => all)];

    private void Run(Func<CancellationToken, Task> work)
    {
        Task? task = null;
        task = Task.Run(
            async () =>
            {
                try
                {
                    await work(_stop.Token);
                }
                catch (OperationCanceledException)
                {
                    // MnM stops, or another game has begun.
                }
                catch (Exception fault)
                {
                    sources.Report(fault);
                }
                finally
                {
                    lock (_lock)
                    {
                        _tasks.Remove(task!);
                    }

                    changed();
                }
            },
            CancellationToken.None);
        _tasks.Add(task);
    }

    private void Change(RiotName name, Func<Dossier, Dossier> change)
    {
        lock (_lock)
        {
            _dossiers = _dossiers.SetItem(name, change(_dossiers[name]));
        }

        changed();
    }

    private void Count()
    {
        lock (_lock)
        {
            _answered++;
        }
    }

    private static KeyValuePair<string, FormMatch> Pair(FormMatch match) => new(match.Id, match);

    private static string ReasonOf<T>(RiotAnswer<T> answer, string notFound) => answer switch
    {
        RiotAnswer<T>.Unavailable { Reason: var reason } => reason,
        RiotAnswer<T>.Forbidden => "Riot does not show this.",
        _ => notFound,
    };
}
