using System.Text;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane;
using MnM.Collector.Players.Erasing;
using MnM.Collector.Storage;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Crawling;

/// <summary>Forgets where a person stood on ladders, and that their list is read.</summary>
internal sealed class CrawlTraces : IPersonTraces
{
    /// <summary>Ladders and lists tell ids alone.</summary>
    public async Task<ErasedPerson?> RecogniseAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken)
    {
        var ids = person.Ids.ToList();
        return await db.LadderPlayers.AnyAsync(player => ids.Contains(player.Puuid), cancellationToken) || await db.ReadLists.AnyAsync(list => ids.Contains(list.Puuid), cancellationToken) ? person : null;
    }

    public async Task EraseAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken)
    {
        var ids = person.Ids.ToList();

        // Looked for first: a statement that writes keeps the recorder waiting while it looks.
        foreach (var player in await db.LadderPlayers.Where(player => ids.Contains(player.Puuid)).Select(player => player.Id).ToListAsync(cancellationToken))
        {
            await db.LadderEntries.Where(entry => entry.PlayerId == player).ExecuteDeleteAsync(cancellationToken);
            await db.LadderPlayers.Where(row => row.Id == player).ExecuteDeleteAsync(cancellationToken);
        }

        await db.ReadLists.Where(list => ids.Contains(list.Puuid)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<WorkItem>().Where(item => item.Kind == CrawlWork.List && ids.Contains(item.Key)).ExecuteDeleteAsync(cancellationToken);
        var faults = db.Set<SchemaFault>();
        foreach (var match in await faults.Where(row => row.Answer != null).Select(row => row.MatchId).ToListAsync(cancellationToken))
        {
            // It may be no JSON at all.
            if (await faults.Where(row => row.MatchId == match).Select(row => row.Answer).FirstOrDefaultAsync(cancellationToken) is { } packed
                && Packing.TryUnpack(packed) is { } answer && person.Ids.Any(Encoding.UTF8.GetString(answer).Contains))
            {
                await faults.Where(row => row.MatchId == match).ExecuteDeleteAsync(cancellationToken);
            }
        }
    }
}
