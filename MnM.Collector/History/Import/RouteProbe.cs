using System.Collections.Concurrent;
using System.Collections.Immutable;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;

namespace MnM.Collector.History.Import;

/// <summary>
/// Tells a match that Riot never answers for from an outage, which is nobody's fault: where nothing else was answered lately, a short question shows which of the two it is.
/// Without it the last match of an import could wait for ever.
/// </summary>
internal sealed class RouteProbe(MatchApi matches, ImportStore imports, RouteAnswers answers, TimeProvider time)
{
    /// <summary>An answer that is older says nothing of now; nor is the short question repeated sooner.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, long> _asked = [];

    /// <summary>Whether a route answers.</summary>
    /// <param name="route">Which.</param>
    /// <param name="jobId">An import there: whose player is asked about.</param>
    /// <param name="lane">How urgent it is.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<bool> AnswersAsync(string route, string jobId, Lane lane, CancellationToken cancellationToken)
    {
        if (answers.Within(route, Lately))
        {
            return true;
        }

        if ((_asked.TryGetValue(route, out var at) && time.GetElapsedTime(at) < Lately) || await imports.FindSubjectAsync(jobId, cancellationToken) is not { } puuid)
        {
            return false;
        }

        _asked[route] = time.GetTimestamp();
        var answer = await matches.FindIdsAsync(puuid, route, new MatchIdQuery(Count: 1), lane, cancellationToken);
        answers.Note(route, answer);
        return answer is not RiotAnswer<ImmutableArray<string>>.Unavailable { IsAnswered: false };
    }
}
