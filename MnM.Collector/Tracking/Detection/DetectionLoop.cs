using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Riot.RateLimits;
using MnM.Collector.Storage;

namespace MnM.Collector.Tracking.Detection;

/// <summary>Asks Riot's spectator who plays. Each game gets rows of its own, whatever became of the one before; so nothing is lost where the next begins at once.</summary>
internal sealed partial class DetectionLoop(
    IDbContextFactory<MnmDbContext> contexts, DetectionStore store, SpectatorApi spectator, TftApi tactics, SteadyPace pace, LaneReserves reserves, KeyHealth keys,
    RiotIdNews names, TrackingMonitor monitor, IOptions<TrackingOptions> options, TimeProvider time, ILogger<DetectionLoop> logger) : PollingService(time, logger)
{
    private const int AtOnce = 4;

    /// <summary>The rest is for ranks, and for what others ask meanwhile.</summary>
    private const int PercentOfLane = 80;

    private readonly AskedTimes _asked = new(time);
    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    protected override TimeSpan Interval => options.Value.DetectionInterval;

    /// <inheritdoc />
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        DetectionBoard board;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            board = await DetectionBoard.ReadAsync(db, _time.GetUtcNow(), cancellationToken);
        }

        reserves.Tracking = board.Roster.Players.Length > 0;
        var plans = await PlanAsync(board, cancellationToken);
        using var end = new CancellationTokenSource(Interval * 0.9, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, end.Token);
        var rounds = await Task.WhenAll(plans.Select(plan => AskAsync(plan, board, both.Token, cancellationToken)));
        cancellationToken.ThrowIfCancellationRequested();
        monitor.Detected(board.Roster, rounds, _asked, _time.GetElapsedTime(started), Interval);
    }

    private async Task<List<RoutePlan>> PlanAsync(DetectionBoard board, CancellationToken cancellationToken)
    {
        var budgets = await pace.ReadAsync(cancellationToken);
        var percent = reserves.ShareOf(Lane.Tracking).Percent * PercentOfLane / 100;
        var watches =
            from player in board.Roster.Players
            from product in Enum.GetValues<RiotProduct>()
            where player.IdFor(product) is not null && keys.IsUsable(product)
            group new Watch(player.Id, product) by (player.Platform, Route: pace.RouteOf(player.Platform, product));
        return
        [
            .. watches.Select(route =>
            {
                var questions = SteadyPace.Of(budgets, route.Key.Route, [SpectatorApi.Method, TftApi.SpectatorMethod], percent, Interval);
                var plan = DetectionPlan.Of([.. route.Select(watch => board.StateOf(watch, _asked.Waited(watch)))], questions, Interval);
                return new RoutePlan(route.Key.Platform, questions, plan);
            }),
        ];
    }

    /// <summary>Asks on one route as long as there are questions and time; what was not asked is first in the next round.</summary>
    private async Task<DetectionRound> AskAsync(RoutePlan route, DetectionBoard board, CancellationToken untilEnd, CancellationToken cancellationToken)
    {
        var round = new RoundState(route, board);
        try
        {
            await Parallel.ForEachAsync(round.Next(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = untilEnd }, async (watch, token) =>
                await AskAsync(watch, round, board, token, cancellationToken));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.TimeIsUp(logger, route.Platform, round.Asked, route.Questions);
        }

        var (gone, isOutage) = Missing.Judge(round.Missing.ToImmutableArray(), round.Shown);
        if (isOutage)
        {
            Log.Outage(logger, route.Platform, round.Missing.Count);
        }
        else if (gone.Length > 0)
        {
            await store.GoneAsync(gone, cancellationToken);
        }

        return new DetectionRound(route.Platform, route.Plan, route.Questions, round.Asked, round.Failed, isOutage, round.Fault);
    }

    private async Task AskAsync(Watch watch, RoundState round, DetectionBoard board, CancellationToken untilEnd, CancellationToken cancellationToken)
    {
        var player = board.Roster.Find(watch.PlayerId)!;
        var puuid = player.IdFor(watch.Product)!;
        var answer = watch.Product == RiotProduct.League
            ? await spectator.FindWithJsonAsync(puuid, player.Platform, Lane.Tracking, untilEnd)
            : await tactics.FindGameWithJsonAsync(puuid, player.Platform, Lane.Tracking, untilEnd);
        switch (answer)
        {
            case RiotAnswer<WithJson<ActiveGame>>.Fetched { Value: var shown }:
                if (!await StoreAsync(Sighting.Of(player, watch.Product, shown, board.Roster), shown.Value, round, board, cancellationToken))
                {
                    // Asked again first of all.
                    return;
                }

                break;
            case RiotAnswer<WithJson<ActiveGame>>.NotFound:
                round.Missed(watch);
                break;
            case RiotAnswer<WithJson<ActiveGame>>.Unavailable { Reason: var reason }:
                round.Fail(reason);
                break;
        }

        _asked.Note(watch);
    }

    private async Task<bool> StoreAsync(Sighting seen, ActiveGame game, RoundState round, DetectionBoard board, CancellationToken cancellationToken)
    {
        try
        {
            if (await store.SawAsync(seen, cancellationToken) is > 0 and var added)
            {
                Log.Found(logger, seen.GameId, added);
            }

            round.Saw(seen);
            await names.NoteAsync(board.Roster, seen.Product, game, cancellationToken);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.NotStored(logger, seen.GameId, fault);
            round.Fail("The database did not take what Riot told.");
            return false;
        }
    }

    /// <summary>What a round has learnt so far; several questions are under way at once.</summary>
    private sealed class RoundState(RoutePlan route, DetectionBoard board)
    {
        private readonly ConcurrentDictionary<long, string> _inGame = [];
        private int _asked;
        private int _shown;
        private int _failed;

        public ConcurrentBag<MissingGame> Missing { get; } = [];

        public string? Fault { get; private set; }

        public int Asked => _asked;

        public int Failed => _failed;

        /// <summary>How many games that were known were shown again.</summary>
        public int Shown => _shown;

        /// <summary>Whom to ask next; who was seen in somebody else's game meanwhile is not asked, and the question goes to the one after.</summary>
        public IEnumerable<Watch> Next()
        {
            foreach (var watch in route.Plan.Order)
            {
                if (_asked >= route.Questions)
                {
                    yield break;
                }

                if (!_inGame.ContainsKey(watch.PlayerId))
                {
                    Interlocked.Increment(ref _asked);
                    yield return watch;
                }
            }
        }

        public void Saw(Sighting seen)
        {
            foreach (var (playerId, _) in seen.Seats)
            {
                // Who was in it before may have left it alone, and is asked about.
                if (!DetectionPlan.IsLeftOneByOne(seen.Product, seen.Queue) || !board.WasIn(playerId, seen.GameId))
                {
                    _inGame[playerId] = seen.GameId;
                }
            }

            if (seen.Seats.Any(seat => board.WasIn(seat.PlayerId, seen.GameId)))
            {
                Interlocked.Increment(ref _shown);
            }
        }

        public void Missed(Watch watch)
        {
            if (board.GameOf(watch) is { } game)
            {
                Missing.Add(new MissingGame(game.GameId, DetectionPlan.IsLeftOneByOne(watch.Product, game.Queue) ? watch.PlayerId : null));
            }
        }

        public void Fail(string reason)
        {
            Fault = reason;
            Interlocked.Increment(ref _failed);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Game {GameId} runs, and could not be stored")]
        public static partial void NotStored(ILogger logger, string gameId, Exception fault);

        [LoggerMessage(Level = LogLevel.Information, Message = "Game {GameId} runs with {Count} friends")]
        public static partial void Found(ILogger logger, string gameId, int count);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The spectator of {Platform} shows none of {Count} running games any more: that is an outage rather than their end")]
        public static partial void Outage(ILogger logger, string platform, int count);

        [LoggerMessage(Level = LogLevel.Information, Message = "The time for looking on {Platform} was up after {Asked} of {Questions} questions; the others are first in the next round")]
        public static partial void TimeIsUp(ILogger logger, string platform, int asked, int questions);
    }
}

/// <summary>What is planned on a route.</summary>
internal sealed record RoutePlan(string Platform, int Questions, DetectionPlan Plan);

/// <summary>What came of a round on a route.</summary>
/// <param name="Platform">Where.</param>
/// <param name="Plan">What was planned.</param>
/// <param name="Questions">How many could be asked.</param>
/// <param name="Asked">How many were.</param>
/// <param name="Failed">How many of them remained without an answer.</param>
/// <param name="IsOutage">Whether nearly all running games were missing at once.</param>
/// <param name="Fault">Why something remained without an answer, in a sentence for people.</param>
internal sealed record DetectionRound(string Platform, DetectionPlan Plan, int Questions, int Asked, int Failed, bool IsOutage, string? Fault);
