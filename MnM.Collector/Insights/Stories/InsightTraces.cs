using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Insights.Language;
using MnM.Collector.Matches;
using MnM.Collector.Players.Erasing;
using MnM.Collector.Storage;

namespace MnM.Collector.Insights.Stories;

/// <summary>Forgets what was written of a person, and of matches in which the person may be named; those can be written anew.</summary>
internal sealed class InsightTraces : IPersonTraces
{
    public async Task EraseAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken)
    {
        var own = string.Create(CultureInfo.InvariantCulture, $"player:{person.PlayerId}:%");
        await db.Insights.Where(insight => EF.Functions.Like(insight.Subject, own)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<ModelCall>().Where(call => EF.Functions.Like(call.Subject, own)).ExecuteDeleteAsync(cancellationToken);
        var (participants, ids) = (db.MatchParticipants, person.Ids.ToList());
        var matches = await participants.Where(one => one.PlayerId == person.PlayerId || ids.Contains(one.Puuid!)).Select(one => one.MatchId).Distinct().ToListAsync(cancellationToken);
        foreach (var match in matches)
        {
            var subjects = $"match:{match.Replace("_", "\\_", StringComparison.Ordinal)}:%";
            await db.Insights.Where(insight => EF.Functions.Like(insight.Subject, subjects, "\\")).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
