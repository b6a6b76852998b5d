using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Insights.WinProbability;
using MnM.Collector.Matches;
using MnM.Collector.Storage;

namespace MnM.Collector.Insights.Stories;

/// <summary>What an insight is made from, as a hash: where it is another one, the insight is old.</summary>
internal sealed class InsightInputs(IDbContextFactory<MnmDbContext> contexts, LastGames games, WinModels models)
{
    /// <summary>Counted up when reports of the same inputs become others.</summary>
    private const int ReportVersion = 1;

    /// <summary>Of now: the games with their timelines, and the model. Who others are changes with every stored match, and makes nothing old.</summary>
    public async Task<string> HashAsync(InsightSubject subject, CancellationToken cancellationToken)
    {
        List<(string MatchId, bool HasTimeline)> parts = subject switch
        {
            InsightSubject.OfMatch match => [(match.MatchId, await HasTimelineAsync(match.MatchId, cancellationToken))],
            InsightSubject.OfPlayer player => [.. (await games.FindAsync(player.PlayerId, player.Games, cancellationToken)).Select(game => (game.MatchId, game.HasTimeline))],
            _ => throw new UnreachableException(),
        };

        // Without a timeline the model has no say.
        var model = parts.Exists(part => part.HasTimeline) ? (await models.FindAsync(cancellationToken)).Model?.Version ?? 0 : 0;
        var text = string.Create(CultureInfo.InvariantCulture, $"{ReportVersion} {model} {string.Join(' ', parts)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private async Task<bool> HasTimelineAsync(string matchId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var timelines = db.MatchTimelines;
        return await timelines.AnyAsync(timeline => timeline.MatchId == matchId, cancellationToken);
    }
}
