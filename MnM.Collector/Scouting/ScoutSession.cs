using System.Collections.Immutable;
using MnM.Collector.Backplane;
using MnM.Collector.Players;
using MnM.Collector.Riot;

namespace MnM.Collector.Scouting;

/// <summary>
/// Finds out what can be known of the people of one game. Each question is asked once in a game; who is hidden is asked for never, since nobody has a name for them.
/// </summary>
internal sealed class ScoutSession : IAsyncDisposable
{
    private readonly ScoutSources _sources;
    private readonly string _platform;
    private readonly string _region;
    private readonly TimeProvider _time;
    private readonly DossierBook _book;
    private readonly ScoutTasks _tasks;
    private readonly FormPump _form;
    private readonly MeetingCounter _meetings;
    private readonly Lock _lock = new();
    private readonly HashSet<RiotName> _asking = [];
    private readonly HashSet<RiotName> _askedMeanwhile = [];
    private readonly SecondTries _secondTries;
    private volatile RiotName? _you;
    private volatile string? _matchId;
    private volatile bool _hasEnded;

    /// <param name="sources">Where answers come from.</param>
    /// <param name="platform">Where the game is played, for example euw1.</param>
    /// <param name="time">The clock.</param>
    /// <param name="changed">Called after every change, outside of all locks.</param>
    public ScoutSession(ScoutSources sources, string platform, TimeProvider time, Action changed)
    {
        (_sources, _platform, _region, _time) = (sources, platform, Routing.RegionOf(platform)!, time);
        _book = new DossierBook(changed);
        _tasks = new ScoutTasks(sources.Report, changed);
        _form = new FormPump(sources.Library, _book, _tasks, TakeAsync);
        _meetings = new MeetingCounter(sources.Library, _book);
        _secondTries = new SecondTries(time, () => !_hasEnded && _book.All.Values.Any(dossier => dossier.MayCome), AskForWhatMayCome);
    }

    /// <summary>What is known, by Riot ID.</summary>
    public ImmutableDictionary<RiotName, Dossier> Dossiers => _book.All;

    /// <summary>Questions that were answered, in whichever way.</summary>
    public int Answered => _book.Answered;

    /// <summary>You, once Riot's id of you is known.</summary>
    public KnownPlayer? You => _you is { } you ? _book.All.GetValueOrDefault(you)?.Player : null;

    /// <summary>Whether nothing is under way.</summary>
    public bool IsIdle => _tasks.AreIdle;

    /// <summary>These people are in the game.</summary>
    /// <param name="you">You, in the game or not; null where nobody tells who that is.</param>
    /// <param name="game">The game.</param>
    public void Meet(RiotName? you, ScoutGame game)
    {
        _you = game.Seats.FirstOrDefault(seat => seat.IsYou)?.Name ?? you ?? _you;
        _matchId = game.Id > 0 ? $"{_platform.ToUpperInvariant()}_{game.Id}" : _matchId;
        // A client that was started anew in the middle of a game first says that nothing is on: then the game goes on, and so does this.
        _hasEnded = game.Phase == ScoutingPhase.PostGame;
        foreach (var seat in game.Seats.Where(seat => seat.Name is not null))
        {
            Meet(seat.Name!, seat.Puuid);
        }

        // Who watches is in no seat, and is met in games all the same.
        if (_you is { } me)
        {
            Meet(me, puuid: null);
        }

        _form.Turn([.. game.Seats.Select(seat => seat.Name).OfType<RiotName>()], _hasEnded);
    }

    /// <summary>The game is over: what was asked is answered, nothing more is asked.</summary>
    public void End()
    {
        _hasEnded = true;
        _form.End();
    }

    /// <summary>Asks again for what failed, for whatever reason.</summary>
    public void TryAgain()
    {
        foreach (var name in _book.All.Keys)
        {
            Ask(name, puuid: null, allAgain: true);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        End();
        await _tasks.DisposeAsync();
        await _secondTries.DisposeAsync();
    }

    private void Meet(RiotName name, Puuid? puuid)
    {
        if (_book.TryOpen(name) || !_book[name].IsHeadSettled)
        {
            Ask(name, puuid);
        }
    }

    /// <param name="name">Whom to ask for.</param>
    /// <param name="puuid">Riot's id, where it is known.</param>
    /// <param name="allAgain">Whether all that failed is asked for again, or only what may come; null for none of it.</param>
    private void Ask(RiotName name, Puuid? puuid, bool? allAgain = null)
    {
        lock (_lock)
        {
            if (_hasEnded)
            {
                return;
            }

            if (!_asking.Add(name))
            {
                if (allAgain is true)
                {
                    // It may fail yet: its end asks for all of it.
                    _askedMeanwhile.Add(name);
                }

                return;
            }
        }

        if (allAgain is { } all)
        {
            _book.Change(name, dossier => dossier.Again(all));
        }

        _tasks.Run(async token =>
        {
            try
            {
                await AskAsync(name, puuid, token);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                _sources.Report(fault);
                _book.Change(name, dossier => dossier.Fail("MnM could not read or keep what it knows of this player.", mayCome: true));
            }
            finally
            {
                bool isAskedAgain;
                lock (_lock)
                {
                    _asking.Remove(name);
                    isAskedAgain = _askedMeanwhile.Remove(name);
                }

                if (isAskedAgain)
                {
                    Ask(name, puuid: null, allAgain: true);
                }

                _secondTries.Plan();
            }
        });
    }

    private void AskForWhatMayCome()
    {
        foreach (var dossier in _book.All.Values.Where(dossier => dossier.MayCome))
        {
            Ask(dossier.Name, puuid: null, allAgain: false);
        }
    }

    private async Task AskAsync(RiotName name, Puuid? puuid, CancellationToken token)
    {
        if ((await FindKnownAsync(name, token) ?? await IdentifyAsync(name, puuid, token)) is not { } player)
        {
            return;
        }

        var stored = await _sources.Library.StoredAsync(player.Puuid, token);
        _book.Change(name, dossier => (dossier.Player?.Puuid == player.Puuid ? dossier : dossier.With(player, _time.GetUtcNow())) with
        {
            Matches = dossier.Matches.SetItems(stored.Select(match => KeyValuePair.Create(match.Id, match))),
        });
        var players = _sources.Players;
        await Task.WhenAll(
            FillAsync(name, dossier => dossier.Profile, (dossier, part) => dossier with { Profile = part }, () => players.FetchProfileAsync(player, _platform, Lane.Live, token)),
            FillAsync(name, dossier => dossier.Ranks, (dossier, part) => dossier with { Ranks = part }, () => players.FetchRanksAsync(player, _platform, Lane.Live, token)),
            FillAsync(name, dossier => dossier.Masteries, (dossier, part) => dossier with { Masteries = part }, () => players.FetchMasteriesAsync(player, _platform, Lane.Live, token)),
            FillAsync(name, dossier => dossier.Listed, (dossier, part) => dossier with { Listed = part }, () => _sources.Library.ListAsync(player.Puuid, _region, token)),
            You is { } you ? _meetings.CountAsync(you, _matchId, token) : Task.CompletedTask);
        _form.Fetch();
    }

    /// <summary>Who it was found to be; null where that was not found out, or where a key of another product has been entered since, which knows everybody by another id.</summary>
    private async Task<KnownPlayer?> FindKnownAsync(RiotName name, CancellationToken token) =>
        _book[name].Player is { } player && (await _sources.Stored.FindAsync(name.GameName, name.TagLine, token))?.Puuid == player.Puuid ? player : null;

    /// <summary>Who it is; null where that cannot be found out.</summary>
    private async Task<KnownPlayer?> IdentifyAsync(RiotName name, Puuid? puuid, CancellationToken token)
    {
        var known = await _sources.Stored.FindAsync(name.GameName, name.TagLine, token);
        if (puuid is not null)
        {
            return known?.Puuid == puuid ? known : await _sources.Players.KeepAsync(new RiotAccount(puuid, name.GameName, name.TagLine), token);
        }

        var now = _time.GetUtcNow();
        if (known is not null && Freshness.IsFresh(known.RiotIdSeenAt, Freshness.RiotId, now))
        {
            return known;
        }

        if (known is not null)
        {
            _book.Change(name, dossier => dossier.With(known, now) with { Player = null });
        }

        var answer = await _sources.Players.FindAsync(name.GameName, name.TagLine, _region, Lane.Live, token);
        _book.Count();
        if (answer.Found is { } found)
        {
            return found;
        }

        if (known is not null && answer is not RiotAnswer<KnownPlayer>.NotFound)
        {
            // Whoever had the name when it was last asked most likely has it still.
            return known;
        }

        _book.Change(name, dossier => dossier.Fail(ReasonOf(answer, "Riot knows no player of this name."), answer is RiotAnswer<KnownPlayer>.Unavailable));
        return null;
    }

    /// <summary>Asks for a part that is not there or old.</summary>
    private async Task FillAsync<T>(
        RiotName name, Func<Dossier, ScoutPart<T>> read, Func<Dossier, ScoutPart<T>, Dossier> write, Func<Task<RiotAnswer<T>>> ask)
        where T : class
    {
        if (read(_book[name]).IsSettled)
        {
            return;
        }

        var answer = await ask();
        _book.Count();
        _book.Change(name, dossier => write(dossier, answer.Found is { } value
            ? new ScoutPart<T>(ScoutPartState.Ready, value, _time.GetUtcNow())
            : read(dossier) with
            {
                State = ScoutPartState.Failed,
                Reason = ReasonOf(answer, "Riot has nothing of this player here."),
                MayCome = answer is RiotAnswer<T>.Unavailable,
            }));
        _form.Fetch();
    }

    /// <summary>A match of the form has come, or has not.</summary>
    private Task TakeAsync(FormMatch? match, CancellationToken token)
    {
        _secondTries.Plan();
        return match is not null && You is { } you ? _meetings.CountAsync(you, match, _matchId, token) : Task.CompletedTask;
    }

    private static string ReasonOf<T>(RiotAnswer<T> answer, string notFound) => answer switch
    {
        RiotAnswer<T>.Unavailable { Reason: var reason } => reason,
        RiotAnswer<T>.Forbidden => "Riot does not show this.",
        _ => notFound,
    };
}
