using Microsoft.Extensions.Logging;
using MnM.Collector.Insights.Features;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;

namespace MnM.Collector.Insights.Stories;

/// <summary>Derives vectors and figures at minutes of new timelines, a few at a time: nobody waits for them.</summary>
internal sealed class EmbeddingLoop(EmbeddingStore store, MatchQueries matches, TimeProvider time, ILogger<EmbeddingLoop> logger) : PollingService(time, logger)
{
    /// <summary>In a tick; some milliseconds each.</summary>
    private const int MostAtOnce = 20;

    private long _last = -1;

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        // Looking for what is missing goes through all timelines; this look through none.
        if (await store.LastTimelineAsync(cancellationToken) is var last && last == _last)
        {
            return;
        }

        var missing = await store.FindMissingAsync(MostAtOnce, cancellationToken);
        var made = new List<MatchEmbedding>();
        foreach (var matchId in missing)
        {
            made.Add(Of(matchId, await matches.FindAsync(matchId, cancellationToken), (await matches.FindTimelineAsync(matchId, cancellationToken))?.Read()));
        }

        if (made.Count > 0)
        {
            await store.StoreAsync(made, cancellationToken);
        }

        _last = missing.Length < MostAtOnce ? last : _last;
    }

    /// <summary>What is derived of a match; empty of one that nothing is told of, so that it is not read again.</summary>
    internal static MatchEmbedding Of(string matchId, ReadMatch? match, Timeline? timeline)
    {
        var course = match is not null && timeline is not null && MatchCourse.WhyNot(match) is null ? MatchCourse.Of(match, timeline) : null;
        return new MatchEmbedding
        {
            MatchId = matchId,
            Version = Embedding.Version,
            Vectors = course is null ? [] : Embedding.Pack(match!, course),
            Minutes = course is null ? [] : MinuteMarks.Pack(match!.Participants.Select(one => MinuteMarks.Of(match, one, course))),
        };
    }
}
