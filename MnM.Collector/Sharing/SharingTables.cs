using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Sharing;

/// <summary>The slice's tables on the context. Inside an expression tree hold them in a local first.</summary>
internal static class SharingTables
{
    extension(MnmDbContext db)
    {
        public DbSet<Device> Devices => db.Set<Device>();

        public DbSet<SharingSetting> SharingSettings => db.Set<SharingSetting>();
    }
}
