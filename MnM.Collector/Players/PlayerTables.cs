using Microsoft.EntityFrameworkCore;
using MnM.Collector.Players.Users;
using MnM.Collector.Storage;

namespace MnM.Collector.Players;

/// <summary>The noun's tables on the context. Inside an expression tree hold them in a local first.</summary>
internal static class PlayerTables
{
    extension(MnmDbContext db)
    {
        public DbSet<Player> Players => db.Set<Player>();

        public DbSet<PlayerPuuid> PlayerPuuids => db.Set<PlayerPuuid>();

        public DbSet<StoredRank> RankHistory => db.Set<StoredRank>();

        public DbSet<StoredMasteries> PlayerMasteries => db.Set<StoredMasteries>();

        public DbSet<User> Users => db.Set<User>();
    }
}
