using Microsoft.EntityFrameworkCore;
using MnM.Collector.Players.Erasing;
using MnM.Collector.Storage;

namespace MnM.Collector.History.Import;

/// <summary>Forgets a person's imports. The work of one that runs finds nobody waiting, and ends without a question.</summary>
internal sealed class ImportTraces : IPersonTraces
{
    public async Task EraseAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken)
    {
        foreach (var job in await db.ImportJobs.Where(job => job.PlayerId == person.PlayerId).Select(job => job.Id).ToListAsync(cancellationToken))
        {
            await db.ImportItems.Where(item => item.JobId == job).ExecuteDeleteAsync(cancellationToken);
            await db.ImportJobs.Where(row => row.Id == job).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
