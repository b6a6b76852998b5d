using System.Data.Common;
using Microsoft.Extensions.Logging;
using MnM.Collector.Insights.Features;
using MnM.Collector.Matches;

namespace MnM.Collector.Insights.Stories;

/// <summary>Orders the insight of each of the owner's games once its match and timeline are here. What is stored of it says that it was ordered, after a restart too.</summary>
internal sealed partial class OwnGamesLoop(OwnGames games, OwnAccount owner, MatchQueries matches, InsightStore store, InsightDesk desk, TimeProvider time, ILogger<OwnGamesLoop> logger)
    : PollingService(time, logger)
{
    /// <summary>Those that were looked at: explained, ordered, or nothing to tell of.</summary>
    private readonly HashSet<string> _seen = [];
    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        foreach (var matchId in await games.FindAsync(_time.GetUtcNow(), cancellationToken))
        {
            if (!_seen.Contains(matchId))
            {
                await TryOrderAsync(matchId, cancellationToken);
                _seen.Add(matchId);
            }
        }
    }

    /// <summary>A match that makes trouble keeps no other from being explained; a database that does not answer is asked again.</summary>
    private async Task TryOrderAsync(string matchId, CancellationToken cancellationToken)
    {
        try
        {
            await OrderAsync(matchId, cancellationToken);
        }
        catch (Exception fault) when (fault is not (DbException or OperationCanceledException))
        {
            Log.NotOrdered(logger, matchId, fault);
        }
    }

    private async Task OrderAsync(string matchId, CancellationToken cancellationToken)
    {
        if (await matches.FindAsync(matchId, cancellationToken) is not { } match || MatchCourse.WhyNot(match) is not null || await owner.SeatAsync(match, cancellationToken) is not { } seat)
        {
            return;
        }

        var subject = new InsightSubject.OfMatch(matchId, seat);
        if (await store.FindAsync(subject, cancellationToken) is null)
        {
            await desk.OrderAsync(subject, anew: false, cancellationToken);
            Log.Ordered(logger, matchId);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Match {MatchId} is being explained")]
        public static partial void Ordered(ILogger logger, string matchId);

        [LoggerMessage(Level = LogLevel.Error, Message = "Match {MatchId} could not be ordered to be explained; its page can")]
        public static partial void NotOrdered(ILogger logger, string matchId, Exception fault);
    }
}
