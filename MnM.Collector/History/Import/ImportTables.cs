using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.History.Import;

/// <summary>The tables of imports on the context. Inside an expression tree hold them in a local first.</summary>
internal static class ImportTables
{
    extension(MnmDbContext db)
    {
        public DbSet<ImportJob> ImportJobs => db.Set<ImportJob>();

        public DbSet<ImportItem> ImportItems => db.Set<ImportItem>();
    }
}
