using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Riot.RateLimits;

namespace MnM.Collector.Tracking.Sweeping;

/// <summary>
/// Goes through the players' lists of matches, so that games which detection missed are found: those of players in streamer mode, those of an outage, those of the time MnM was off.
/// </summary>
internal sealed partial class SweepLoop(
    SweepStore store, MatchApi matches, TftApi tactics, SteadyPace pace, LaneReserves reserves, KeyHealth keys, ProductIds ids, RouteAnswers answers, SteadyTime steady,
    TrackingMonitor monitor, TimeProvider time, ILogger<SweepLoop> logger) : PollingService(time, logger)
{
    private const string League = "match-v5.ids";
    private const string Tactics = "tft-match-v1.ids";
    private const int AtOnce = 2;

    /// <summary>What is kept for the lane in any case; of the rest it takes what imports and pages leave.</summary>
    private const int PercentOfLane = 20;
    private const int MostPercent = 90;
    private const int PageSize = 100;

    /// <summary>Riot's lists end long before.</summary>
    private const int MostPages = 20;

    private readonly AskedTimes _asked = new(time);
    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        var (roster, cursors) = await store.ReadAsync(cancellationToken);
        using var end = new CancellationTokenSource(Interval * 0.9, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, end.Token);
        var budgets = await pace.ReadAsync(cancellationToken);
        var share = reserves.ShareOf(Lane.Tracking).Percent;
        var regions =
            from player in roster.Players
            from product in Enum.GetValues<RiotProduct>()
            where player.IdFor(product) is not null && keys.IsUsable(product)
            group new Watch(player.Id, product) by pace.RouteOf(player.Region, product);
        var found = await Task.WhenAll(regions.Select(region => SweepAsync(
            SweepPlan.Of(
                [.. region.Select(watch => StateOf(watch, cursors))],
                Math.Max(
                    SteadyPace.Of(budgets, region.Key, [League, Tactics], Math.Min(PercentOfLane, share), Interval),
                    SteadyPace.SpareOf(budgets, region.Key, [League, Tactics], Math.Min(MostPercent, share), Interval)),
                Interval),
            roster,
            cursors,
            both.Token,
            cancellationToken)));
        cancellationToken.ThrowIfCancellationRequested();
        await ids.FindMissingAsync(roster, both.Token, cancellationToken);
        monitor.Ticked(TrackingMonitor.Sweep, _time.GetElapsedTime(started), Interval, found.Sum() > 0);
    }

    private SweepState StateOf(Watch watch, IReadOnlyDictionary<Watch, SweepCursor> cursors)
    {
        var cursor = cursors.GetValueOrDefault(watch);
        return new SweepState(
            watch,
            _asked.Waited(watch),
            cursor is { IsHidden: true },
            cursor is null || (cursor.PlayedAt is { } played && _time.GetUtcNow() - played < SweepPlan.PlaysNoMore));
    }

    private async Task<int> SweepAsync(
        ImmutableArray<Watch> plan, Roster roster, IReadOnlyDictionary<Watch, SweepCursor> cursors, CancellationToken untilEnd, CancellationToken cancellationToken)
    {
        var found = 0;
        try
        {
            await Parallel.ForEachAsync(plan, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = untilEnd }, async (watch, token) =>
            {
                var player = roster.Find(watch.PlayerId)!;
                try
                {
                    var added = cursors.TryGetValue(watch, out var cursor)
                        ? await SweepAsync(player, watch, cursor, token, cancellationToken)
                        : await BeginAsync(player, watch, token, cancellationToken);
                    Interlocked.Add(ref found, added);
                    _asked.Note(watch);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    // First again in the next round.
                    Log.NotStored(logger, player.Id, fault);
                }
            });
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The rest is first in the next round.
        }

        return found;
    }

    /// <summary>The first look at somebody tells whether this product is played at all.</summary>
    private async Task<int> BeginAsync(Tracked player, Watch watch, CancellationToken untilEnd, CancellationToken cancellationToken)
    {
        var since = steady.Now - SweepPlan.PlaysNoMore;
        if ((await AskAsync(player, watch.Product, new MatchIdQuery(Count: 1, From: since), untilEnd)).Found is { IsDefault: false } list)
        {
            await store.BeginAsync(player, watch.Product, list.Length > 0, cancellationToken);
        }

        return 0;
    }

    /// <summary>Reads a list to its end; one that breaks off on the way moves nothing.</summary>
    private async Task<int> SweepAsync(Tracked player, Watch watch, SweepCursor cursor, CancellationToken untilEnd, CancellationToken cancellationToken)
    {
        var (readAt, from) = (steady.Now, store.From(player, cursor));
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var page = 0; page < MostPages; page++)
        {
            var query = new MatchIdQuery(page * PageSize, PageSize, from);
            if (await AskAsync(player, watch.Product, query, untilEnd) is not RiotAnswer<ImmutableArray<string>>.Fetched { Value: var list })
            {
                return 0;
            }

            // A match that appears meanwhile moves the rest by one: that names one twice, and leaves none out.
            found.UnionWith(list.Where(id => id.Length > 0));
            if (list.Length < PageSize)
            {
                break;
            }
        }

        var added = await store.SweptAsync(watch, found, readAt, cancellationToken);
        if (added > 0)
        {
            Log.Found(logger, added, player.Id);
        }

        return added;
    }

    private async Task<RiotAnswer<ImmutableArray<string>>> AskAsync(Tracked player, RiotProduct product, MatchIdQuery query, CancellationToken cancellationToken)
    {
        var puuid = player.IdFor(product)!;
        var answer = product == RiotProduct.League
            ? await matches.FindIdsAsync(puuid, player.Region, query, Lane.Tracking, cancellationToken)
            : await tactics.FindIdsAsync(puuid, player.Region, query, Lane.Tracking, cancellationToken);
        answers.Note(player.Region, answer);
        return answer;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The list of matches of player {Player} could not be stored")]
        public static partial void NotStored(ILogger logger, long player, Exception fault);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Count} games of player {Player} were found in the list of matches")]
        public static partial void Found(ILogger logger, int count, long player);
    }
}
