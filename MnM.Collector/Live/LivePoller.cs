using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Live.Recording;
using MnM.Collector.StaticData;

namespace MnM.Collector.Live;

/// <summary>Watches the running game: polls it each second, looks for one every few seconds while there is none, and publishes what it sees.</summary>
internal sealed partial class LivePoller(
    LiveClient client, GameCertificate certificate, GameRecorder recorder, GameSuccession succession, StaticDataStore staticData, Feed<LiveState> feed,
    LiveStatistics statistics, IOptions<LiveOptions> options, TimeProvider time, ILogger<LivePoller> logger) : PollingService(time, logger)
{
    /// <summary>How long the result of an ended game stays on the page.</summary>
    private static readonly TimeSpan ResultStays = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly LiveAnswer NoGame = new LiveAnswer.Faulty("The game's answer holds no running game.");

    private readonly TimeProvider _time = time;
    private LiveGame? _game;
    private bool _loaded;

    // Not by the wall clock, which may be set while a game runs.
    private long _seen;

    /// <inheritdoc />
    protected override TimeSpan Interval => _game is not null || feed.Current.Phase.Phase == GamePhase.InGame
        ? options.Value.PollingInterval
        : options.Value.ProbeInterval;

    /// <summary>So long a few polls take: a longer silence is a gap in the recording, and a shorter one ends no game.</summary>
    private TimeSpan FewPolls => TimeSpan.FromSeconds(Math.Max(3, options.Value.PollingInterval.TotalSeconds * 3));

    /// <inheritdoc />
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (_game is null)
        {
            succession.CloseAfter(options.Value.Grace, feed.Current.Client);
        }

        await certificate.EnsureAsync(cancellationToken);
        if (certificate.Trust == LiveTrust.RootMissing)
        {
            Show(LiveConnection.Waiting, certificate.Fault);
            return;
        }

        if (_game is null && await client.FetchAsync(LiveClient.GameStats, cancellationToken) is var probe and not LiveAnswer.Body)
        {
            TakeNoGame(probe);
            return;
        }

        switch (await client.FetchAsync(LiveClient.AllGameData, cancellationToken))
        {
            case LiveAnswer.Body body:
                await TakeAsync(body.Bytes, cancellationToken);
                break;
            case var answer when _game is null:
                TakeNoGame(answer);
                break;
            case var answer:
                TakeFailedPoll(answer);
                break;
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _game?.Dispose();
        base.Dispose();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_loaded)
        {
            return;
        }

        var last = await succession.LoadAsync(_time.GetUtcNow(), cancellationToken);
        Publish(state => state with { LastGame = last, Trust = certificate.Trust });
        _loaded = true;
    }

    private async Task TakeAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        PolledResponse response;
        try
        {
            response = PolledResponse.Parse(bytes, _time.GetUtcNow());
        }
        catch (JsonException fault)
        {
            var answer = new LiveAnswer.Faulty($"The game's answer is not JSON: {fault.Message}");
            if (_game is null)
            {
                Show(LiveConnection.Loading, answer.Fault);
            }
            else
            {
                TakeFailedPoll(answer);
            }

            return;
        }

        if (response.IsBrawl)
        {
            response.Document.Dispose();
            EndGame("another_game");
            Show(LiveConnection.NotShown, null);
        }
        else if (_game is null && !response.IsGame)
        {
            response.Document.Dispose();
            Show(LiveConnection.Loading, null);
        }
        else
        {
            await TakeAsync(response, cancellationToken);
        }
    }

    private async Task TakeAsync(PolledResponse response, CancellationToken cancellationToken)
    {
        var client = feed.Current.Client;
        if (_game is not null && !_game.Owns(response, succession.Current(client)?.Id))
        {
            if (!response.IsGame)
            {
                response.Document.Dispose();
                TakeFailedPoll(NoGame);
                return;
            }

            EndGame("another_game");
        }

        var isFirst = _game is null;
        if (_game is null)
        {
            _game = await succession.BeginOrResumeAsync(response, client, cancellationToken);
            Log.GameStarted(logger, _game.Id);
        }
        else
        {
            await succession.IdentifyAsync(_game, client, cancellationToken);
        }

        if (recorder.TakeLostChain())
        {
            _game.RequireWhole();
        }

        var hadEnded = _game.HasEnded;
        var missed = _game.Polled is not { } before ? GameGap.Restart : _time.GetElapsedTime(before) > FewPolls ? GameGap.NoAnswer : null;
        _game.Polled = _time.GetTimestamp();
        var (record, view) = _game.Accept(response, staticData.Current, missed);
        recorder.Enqueue(record);
        statistics.CountPoll(response.Response.Length);
        if (!response.IsGame)
        {
            // Stored as it came, but nothing of a game is in it: the grace time runs on.
            TakeFailedPoll(NoGame);
            return;
        }

        _seen = _time.GetTimestamp();
        var isEnd = _game.HasEnded && !hadEnded;
        if (isEnd)
        {
            Log.GameEnded(logger, _game.Id, "game_end");
            succession.End(_game);
        }

        if (isFirst || isEnd)
        {
            // A game's start and end are told once they are stored.
            await recorder.FlushAsync(Patience, cancellationToken);
        }

        Publish(state => state with
        {
            Connection = _game.HasEnded ? LiveConnection.Ended : LiveConnection.InGame,
            Game = view with { Recording = recorder.Of(view) },
            Fault = null,
            Trust = certificate.Trust,
            LastGame = isEnd ? new EndedGame(_game.Id, _game.LastPolledAt, _game.Won) : state.LastGame,
        });
    }

    private void TakeFailedPoll(LiveAnswer answer)
    {
        statistics.CountFault();
        var fate = GameLifecycle.FateOf(feed.Current.Client.Phase, _time.GetElapsedTime(_seen), options.Value.Grace, FewPolls);
        if (fate != GameFate.Goes)
        {
            EndGame(fate == GameFate.ToldOver ? "client_end" : "connection_lost");
            TakeNoGame(answer);
        }
        else if (_game!.HasEnded)
        {
            // The client may hiccup while it closes; the result stays on the page, and the game stays this one.
            TakeNoGame(answer);
        }
        else
        {
            Show(LiveConnection.Lost, answer.Fault);
        }
    }

    private void TakeNoGame(LiveAnswer answer)
    {
        var current = feed.Current;
        switch (answer)
        {
            case not LiveAnswer.NotReady when current is { Connection: LiveConnection.Ended, Game: not null } && _time.GetElapsedTime(_seen) < ResultStays:
                break;
            case LiveAnswer.NotReady:
                Show(LiveConnection.Loading, null);
                break;
            default:
                Show(LiveConnection.Waiting, answer.Fault);
                break;
        }
    }

    private void EndGame(string reason)
    {
        if (_game is not { } game)
        {
            return;
        }

        _game = null;
        if (!game.HasEnded)
        {
            recorder.Enqueue(game.End(reason));
            Log.GameEnded(logger, game.Id, reason);
            Publish(state => state with
            {
                Connection = LiveConnection.Ended,
                LastGame = new EndedGame(game.Id, game.LastPolledAt, game.Won),
            });
        }

        if (reason != "connection_lost")
        {
            succession.End(game);
        }

        succession.Leave(game);
    }

    private void Show(LiveConnection connection, string? fault)
    {
        var current = feed.Current;
        if (current.Connection == connection && current.Fault?.Message == fault && current.Trust == certificate.Trust)
        {
            return;
        }

        Publish(state => state with
        {
            Connection = connection,
            Game = connection == LiveConnection.Lost ? state.Game : null,
            Fault = fault is null ? null : state.Fault?.Message == fault ? state.Fault : new LiveFault(fault, _time.GetUtcNow()),
            Trust = certificate.Trust,
        });
    }

    private void Publish(Func<LiveState, LiveState> change)
    {
        var before = feed.Current;
        feed.Update(state => GameLifecycle.Follow(change(state), _time.GetUtcNow()));
        if (feed.Current is var next && before.Connection != next.Connection)
        {
            Log.Transition(logger, before.Connection, next.Connection, next.Fault?.Message ?? "");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Live: {From} → {To} {Reason}")]
        public static partial void Transition(ILogger logger, LiveConnection from, LiveConnection to, string reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "Game {Id} is being recorded")]
        public static partial void GameStarted(ILogger logger, long id);

        [LoggerMessage(Level = LogLevel.Information, Message = "Game {Id} ended: {Reason}")]
        public static partial void GameEnded(ILogger logger, long id, string reason);
    }
}
