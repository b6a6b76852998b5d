using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Tft.Crawling;

/// <summary>That a reading found somebody otherwise than the one before: on another place, new, or gone.</summary>
internal sealed class LadderEntry
{
    public required long PlayerId { get; set; }
    public required long ReadingId { get; set; }

    /// <summary>Null for who has left.</summary>
    public TftTier? Tier { get; set; }
    public int LeaguePoints { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<LadderEntry>
    {
        public void Configure(EntityTypeBuilder<LadderEntry> builder)
        {
            builder.ToTable("ladder_entries");
            builder.HasKey(entry => new { entry.PlayerId, entry.ReadingId });
            builder.HasOne<LadderPlayer>().WithMany().HasForeignKey(entry => entry.PlayerId);
        }
    }
}
