using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.StaticData;

namespace MnM.Collector.Scouting;

/// <summary>Follows the game that is on and publishes what is known of its people.</summary>
internal sealed class ScoutingService(
    Feed<LiveState> live, Feed<ScoutingState> feed, ScoutSources sources, LoadingGame loading, PlatformFinder platforms, ScoutPace pace, StaticDataStore statics, RiotKeys keys, KeyHealth health,
    IOptions<RiotOptions> options, TimeProvider time) : BackgroundService
{
    private readonly Lock _lock = new();
    private readonly Lock _publishing = new();
    private ScoutSession? _session;
    private ScoutGame? _game;
    private ActiveGame? _spectated;
    private Task _search = Task.CompletedTask;
    private CancellationTokenSource? _searching;
    private long _searchedFor;

    /// <summary>Whether nothing is under way.</summary>
    public bool IsIdle
    {
        get { lock (_lock) { return _search.IsCompleted && _session?.IsIdle is not false; } }
    }

    /// <summary>Takes in what is on now.</summary>
    public void Follow(LiveState state)
    {
        lock (_lock)
        {
            var seen = ScoutCast.Read(state, _spectated, statics.Current);
            if (seen is null)
            {
                Leave();
            }
            else if (PlatformOf(state.Client, seen) is not { } platform)
            {
                _game = seen;
                SearchPlatform(state.Client, seen);
            }
            else
            {
                Enter(seen, state.Client, platform);
                SearchLoadingGame();
            }
        }

        Publish();
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_searching is not null)
        {
            await _searching.CancelAsync();
        }

        await _search.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_session is { } session)
        {
            await session.DisposeAsync();
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _searching?.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken) =>
        await Task.WhenAll(WatchGamesAsync(stoppingToken), WatchKeysAsync(stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task WatchGamesAsync(CancellationToken stoppingToken)
    {
        await foreach (var state in live.WatchAsync(stoppingToken))
        {
            try
            {
                Follow(state);
            }
            catch (Exception fault)
            {
                // The next state may be read again.
                sources.Report(fault);
            }
        }
    }

    /// <summary>A new key: what the old one could not have is asked for again.</summary>
    private async Task WatchKeysAsync(CancellationToken stoppingToken)
    {
        var first = true;
        await foreach (var _ in keys.Changes.WatchAsync(stoppingToken))
        {
            if (!first)
            {
                Current().Session?.TryAgain();
            }

            first = false;
        }
    }

    private void Enter(ScoutGame seen, ClientView client, string platform)
    {
        if (_session is null || _game is not { } before || !ScoutRules.IsSame(before, seen))
        {
            _session?.End();
            _session = new ScoutSession(sources, platform, time, OnChange);
            (_game, _spectated) = (seen, null);
        }
        else
        {
            _game = ScoutRules.Merge(before, seen);
        }

        var you = client.Account is { } account ? RiotName.Parse(account.RiotId) : null;
        _session.Meet(you, _game);
    }

    private void Leave()
    {
        _session?.End();
        _spectated = null;
        switch (_game?.Phase)
        {
            case ScoutingPhase.InGame:
                _game = _game with { Phase = ScoutingPhase.PostGame };
                break;
            case ScoutingPhase.ChampSelect or ScoutingPhase.Loading:
                // It never began.
                (_game, _session) = (null, null);
                break;
            default:
                break;
        }
    }

    private void OnChange()
    {
        lock (_lock)
        {
            SearchLoadingGame();
        }

        Publish();
    }

    /// <summary>Asks Riot who is in the game that loads, once it is known who you are.</summary>
    private void SearchLoadingGame()
    {
        if (_game is not { Phase: ScoutingPhase.Loading, Id: > 0 and var id } || _spectated is not null || _searchedFor == id
            || _session?.You is not { Puuid: var you } || PlatformOf(live.Current.Client, _game) is not { } platform)
        {
            return;
        }

        _searchedFor = id;
        Search(async stop =>
        {
            if (await loading.FindAsync(you, platform, id, () => IsLoading(id), stop) is { } found)
            {
                lock (_lock)
                {
                    _spectated = found;
                }

                Follow(live.Current);
            }
        });
    }

    private bool IsLoading(long id)
    {
        lock (_lock)
        {
            return _game is { Phase: ScoutingPhase.Loading } game && game.Id == id;
        }
    }

    private string? PlatformOf(ClientView client, ScoutGame game) =>
        client.Platform is { } told && Routing.RegionOf(told) is not null ? told
        : options.Value.Platform ?? (YouIn(client, game) is { } you ? platforms.Find(you) : null);

    private static RiotName? YouIn(ClientView client, ScoutGame game) =>
        (client.Account is { } account ? RiotName.Parse(account.RiotId) : null) ?? game.Seats.FirstOrDefault(seat => seat.IsYou)?.Name;

    /// <summary>Where nobody else tells the platform, Riot does.</summary>
    private void SearchPlatform(ClientView client, ScoutGame game)
    {
        if (_search.IsCompleted && YouIn(client, game) is { } you && platforms.ShouldAsk(you))
        {
            Search(async stop =>
            {
                if (await platforms.AskAsync(you, stop))
                {
                    Follow(live.Current);
                }
            });
        }
    }

    private void Search(Func<CancellationToken, Task> search)
    {
        _searching?.Dispose();
        _searching = new CancellationTokenSource();
        var stop = _searching.Token;
        _search = Task.Run(() => search(stop), stop);
    }

    private void Publish()
    {
        // Drawn and published under one lock, so that an older picture never follows a newer one.
        lock (_publishing)
        {
            var (game, session) = Current();
            var advice = health.Of(RiotProduct.League).Advice;
            if (game is null)
            {
                var none = ScoutingState.None with { Fault = advice };
                feed.Update(now => now == none ? now : none);
                return;
            }

            var dossiers = session?.Dossiers ?? [];
            var state = ScoutBoard.Draw(game, dossiers, statics.Current, time);
            var waiting = state.Cards.Sum(card => card.RequestsWaiting);
            feed.Publish(state with
            {
                Requests = new ScoutRequests(session?.Answered ?? 0, waiting, waiting == 0 ? null : pace.Expect(PlatformOf(live.Current.Client, game), waiting)),
                Fault = advice ?? (session is null ? "MnM does not know on which platform you play. Enter RIOT_PLATFORM in the settings, for example euw1." : null),
            });
        }
    }

    private (ScoutGame? Game, ScoutSession? Session) Current()
    {
        lock (_lock)
        {
            return (_game, _session);
        }
    }
}
