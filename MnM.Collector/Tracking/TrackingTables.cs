using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Tracking;

/// <summary>The slice's tables on the context. Inside an expression tree hold them in a local first.</summary>
internal static class TrackingTables
{
    extension(MnmDbContext db)
    {
        public DbSet<TrackedPlayer> TrackedPlayers => db.Set<TrackedPlayer>();

        public DbSet<SweepCursor> SweepCursors => db.Set<SweepCursor>();

        public DbSet<TrackedGame> TrackedGames => db.Set<TrackedGame>();
    }
}
