using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Tft.Crawling;

/// <summary>The crawler's tables on the context. Inside an expression tree hold them in a local first.</summary>
internal static class CrawlTables
{
    extension(MnmDbContext db)
    {
        public DbSet<CrawlerSetting> CrawlerSettings => db.Set<CrawlerSetting>();

        public DbSet<CrawlCycle> CrawlCycles => db.Set<CrawlCycle>();

        public DbSet<LadderReading> LadderReadings => db.Set<LadderReading>();

        public DbSet<LadderPlayer> LadderPlayers => db.Set<LadderPlayer>();

        public DbSet<LadderEntry> LadderEntries => db.Set<LadderEntry>();

        public DbSet<ReadList> ReadLists => db.Set<ReadList>();
    }
}
