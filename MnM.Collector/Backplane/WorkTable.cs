using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Backplane;

/// <summary>The queue's table on the context. Inside an expression tree hold it in a local first.</summary>
internal static class WorkTable
{
    extension(MnmDbContext db)
    {
        public DbSet<WorkItem> WorkItems => db.Set<WorkItem>();
    }
}
