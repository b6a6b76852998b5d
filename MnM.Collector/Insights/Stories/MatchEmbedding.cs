using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Insights.Stories;

/// <summary>What is derived of a stored timeline, so that comparing reads no JSON: ten vectors and ten people's figures at minutes in one row, since a search reads all rows.</summary>
internal sealed class MatchEmbedding
{
    public required string MatchId { get; set; }

    /// <summary>See <see cref="Embedding.Version"/>; rows of another are made anew.</summary>
    public int Version { get; set; }

    /// <summary>See <see cref="Embedding.Pack"/>; empty of a match that nothing is told of.</summary>
    public required byte[] Vectors { get; set; }

    /// <summary>See <see cref="MinuteMarks.Pack"/>; empty likewise.</summary>
    public required byte[] Minutes { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<MatchEmbedding>
    {
        public void Configure(EntityTypeBuilder<MatchEmbedding> builder)
        {
            builder.ToTable("match_embeddings");
            builder.HasKey(embedding => embedding.MatchId);
            builder.HasOne<Matches.Match>().WithOne().HasForeignKey<MatchEmbedding>(embedding => embedding.MatchId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
