using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Tft.Crawling;

/// <summary>One way through the ladders, their players' lists and the matches in them.</summary>
internal sealed class CrawlCycle
{
    public long Id { get; set; }

    /// <summary>What is crawled in it; follows what somebody chooses meanwhile.</summary>
    public required CrawlerPlan Plan { get; set; }
    public required DateTimeOffset StartedAt { get; set; }

    /// <summary>When all ladders were ordered again while it ran; null before.</summary>
    public DateTimeOffset? LaddersAt { get; set; }

    /// <summary>When nothing was left to do; null while there is.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<CrawlCycle>
    {
        public void Configure(EntityTypeBuilder<CrawlCycle> builder)
        {
            builder.ToTable("tft_cycles");
            builder.HasKey(cycle => cycle.Id);
            builder.Property(cycle => cycle.Plan).HasConversion<PlanText>();
        }
    }
}
