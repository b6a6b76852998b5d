using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Insights.Stories;

/// <summary>The tables of the stories on the context. Inside an expression tree hold them in a local first.</summary>
internal static class StoryTables
{
    extension(MnmDbContext db)
    {
        public DbSet<StoredInsight> Insights => db.Set<StoredInsight>();

        public DbSet<MatchEmbedding> MatchEmbeddings => db.Set<MatchEmbedding>();
    }
}
