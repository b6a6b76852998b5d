using Microsoft.EntityFrameworkCore;
using MnM.Collector.Players.Erasing;
using MnM.Collector.Storage;

namespace MnM.Collector.History.Import;

/// <summary>Forgets a person's imports. The work of one that runs finds nobody waiting, and ends without a question.</summary>
internal sealed class ImportTraces : IPersonTraces
{
    public async Task EraseAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken)
    {
        var jobs = db.ImportJobs.Where(job => job.PlayerId == person.PlayerId);
        await db.ImportItems.Where(item => jobs.Any(job => job.Id == item.JobId)).ExecuteDeleteAsync(cancellationToken);
        await jobs.ExecuteDeleteAsync(cancellationToken);
    }
}
