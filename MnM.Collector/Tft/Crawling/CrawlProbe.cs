using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Tft.Crawling;

/// <summary>
/// Tells what Riot never answers for from an outage, which is nobody's fault: where nothing else was answered lately, a short question shows which of the two it is.
/// Without it the last item of a cycle could wait for ever.
/// </summary>
internal sealed class CrawlProbe(TftApi tactics, IDbContextFactory<MnmDbContext> contexts, RouteAnswers answers, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, long> _asked = [];

    /// <summary>Whether a region answers.</summary>
    /// <param name="region">Which.</param>
    /// <param name="platform">One of it, a player of whose ladder is asked about.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<bool> AnswersAsync(string region, string platform, CancellationToken cancellationToken)
    {
        if (answers.Within(region, CrawlSwitch.WhileNobodyAnswers))
        {
            return true;
        }

        if ((_asked.TryGetValue(region, out var at) && time.GetElapsedTime(at) < CrawlSwitch.WhileNobodyAnswers) || await FindSubjectAsync(platform, cancellationToken) is not { } puuid)
        {
            return false;
        }

        _asked[region] = time.GetTimestamp();
        var answer = await tactics.FindIdsAsync(puuid, region, new MatchIdQuery(Count: 1), Lane.Crawl, cancellationToken);
        answers.Note(region, answer);
        return answer is not RiotAnswer<ImmutableArray<string>>.Unavailable { IsAnswered: false };
    }

    private async Task<Puuid?> FindSubjectAsync(string platform, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return Puuid.Find(await db.LadderPlayers.Where(player => player.Platform == platform).OrderByDescending(player => player.Id).Select(player => player.Puuid).FirstOrDefaultAsync(cancellationToken));
    }
}
