using Microsoft.EntityFrameworkCore;
using MnM.Collector.Live.Recording;
using MnM.Collector.Storage;

namespace MnM.Collector.Live;

/// <summary>The slice's tables on the context. Inside an expression tree hold them in a local first.</summary>
internal static class LiveTables
{
    extension(MnmDbContext db)
    {
        public DbSet<Game> Games => db.Set<Game>();

        public DbSet<PlayerInGame> PlayersInGames => db.Set<PlayerInGame>();

        public DbSet<GameEvent> GameEvents => db.Set<GameEvent>();

        public DbSet<GameSnapshot> GameSnapshots => db.Set<GameSnapshot>();

        public DbSet<SnapshotSegment> SnapshotSegments => db.Set<SnapshotSegment>();

        public DbSet<TimelineRow> PlayerTimeline => db.Set<TimelineRow>();

        public DbSet<GameGap> GameGaps => db.Set<GameGap>();

        public DbSet<EndOfGameBlock> EndOfGameBlocks => db.Set<EndOfGameBlock>();
    }
}
