using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Collector.Riot.RateLimits;

namespace MnM.Collector.Tracking.Completion;

/// <summary>Asks for the results of games that may be over, one question per game for all who were in it.</summary>
internal sealed partial class CompletionLoop(
    CompletionStore store, ResultSource results, RankStep ranks, SteadyPace pace, LaneReserves reserves, RouteAnswers answers, TrackingMonitor monitor,
    IOptions<TrackingOptions> options, TimeProvider time, ILogger<CompletionLoop> logger) : PollingService(time, logger)
{
    private const string League = "match-v5.match";
    private const string Tactics = "tft-match-v1.match";
    private const int AtOnce = 4;
    private const int PercentOfLane = 80;
    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    protected override TimeSpan Interval => options.Value.CompletionInterval;

    /// <inheritdoc />
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        using var end = new CancellationTokenSource(Interval * 0.9, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, end.Token);
        var (due, budgets) = (await store.DueAsync(cancellationToken), await pace.ReadAsync(cancellationToken));
        var percent = reserves.ShareOf(Lane.Tracking).Percent * PercentOfLane / 100;
        var regions = due.GroupBy(game => pace.RouteOf(MatchIds.RegionOf(game.GameId) ?? "", game.Product));
        var answered = await Task.WhenAll(regions.Select(region => AskAsync(
            [.. region.Take(SteadyPace.Of(budgets, region.Key, [League, Tactics], percent, Interval))], both.Token, cancellationToken)));
        cancellationToken.ThrowIfCancellationRequested();
        monitor.SetResultFault(answered.Select(region => region.Fault).FirstOrDefault(fault => fault is not null));
        var ranked = await ranks.TickAsync(both.Token, cancellationToken);
        monitor.Ticked(TrackingMonitor.Completion, _time.GetElapsedTime(started), Interval, answered.Sum(region => region.Completed) + ranked > 0);
    }

    private async Task<(int Completed, string? Fault)> AskAsync(ImmutableArray<DueGame> games, CancellationToken untilEnd, CancellationToken cancellationToken)
    {
        var completed = 0;
        var faults = new ConcurrentBag<(DueGame Game, ResultAnswer.Fault Fault)>();
        try
        {
            await Parallel.ForEachAsync(games, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = untilEnd }, async (game, token) =>
            {
                try
                {
                    var answer = await results.FindAsync(game.GameId, game.Product, token);
                    if (answer is ResultAnswer.Fault fault)
                    {
                        faults.Add((game, fault));
                    }
                    else
                    {
                        Interlocked.Add(ref completed, await StoreAsync(game, answer, cancellationToken));
                    }
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    // One match that cannot be stored must not stand in the way of all others.
                    Log.NotStored(logger, game.GameId, fault);
                    faults.Add((game, new ResultAnswer.Fault($"The result could not be stored: {fault.Message}", IsOfThisGame: true)));
                }
            });
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.TimeIsUp(logger, games.Length);
        }

        await JudgeAsync(faults, cancellationToken);
        return (completed, faults.Select(one => one.Fault.Reason).FirstOrDefault());
    }

    private async Task<int> StoreAsync(DueGame game, ResultAnswer answer, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case ResultAnswer.Here { Game: var finished }:
                var rows = await store.CompleteAsync(finished, cancellationToken);
                Log.Completed(logger, game.GameId, rows);
                return rows;
            case ResultAnswer.Hidden:
                await store.HideAsync(game, cancellationToken);
                return 1;
            default:
                await store.WaitAsync(game, cancellationToken);
                return 0;
        }
    }

    /// <summary>After all have been asked: an error counts against a game where Riot answered others meanwhile. Where it answers nobody, it is nobody's error.</summary>
    private async Task JudgeAsync(IReadOnlyCollection<(DueGame Game, ResultAnswer.Fault Fault)> faults, CancellationToken cancellationToken)
    {
        foreach (var (game, fault) in faults)
        {
            var isError = fault.IsOfThisGame || answers.Within(MatchIds.RegionOf(game.GameId) ?? "", Interval);
            await store.FailAsync(game, fault.Reason, isError, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The result of game {GameId} is here, for {Count} friends")]
        public static partial void Completed(ILogger logger, string gameId, int count);

        [LoggerMessage(Level = LogLevel.Error, Message = "The result of game {GameId} could not be stored")]
        public static partial void NotStored(ILogger logger, string gameId, Exception fault);

        [LoggerMessage(Level = LogLevel.Information, Message = "The time for asking for results was up; of {Count} games some are asked for in the next round")]
        public static partial void TimeIsUp(ILogger logger, int count);
    }
}
