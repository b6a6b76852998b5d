using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Tft.Crawling;

/// <summary>That a ladder was read.</summary>
internal sealed class LadderReading
{
    /// <summary>Later readings have higher numbers.</summary>
    public long Id { get; set; }

    /// <summary>In lower case.</summary>
    public required string Platform { get; set; }
    public required string Queue { get; set; }
    public required TftTier Tier { get; set; }
    public required DateTimeOffset ReadAt { get; set; }

    /// <summary>How many stood on it.</summary>
    public int Players { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<LadderReading>
    {
        public void Configure(EntityTypeBuilder<LadderReading> builder)
        {
            builder.ToTable("ladder_readings");
            builder.HasKey(reading => reading.Id);
            builder.HasIndex(reading => new { reading.Platform, reading.Queue, reading.Tier, reading.ReadAt });
        }
    }
}
