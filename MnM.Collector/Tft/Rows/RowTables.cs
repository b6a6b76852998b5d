using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Tft.Rows;

/// <summary>The folder's tables on the context. Inside an expression tree hold them in a local first.</summary>
internal static class RowTables
{
    extension(MnmDbContext db)
    {
        public DbSet<TftName> TftNames => db.Set<TftName>();

        public DbSet<SchemaFault> SchemaFaults => db.Set<SchemaFault>();
    }
}
