using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Tft.Crawling;

/// <summary>What somebody decided on the crawler's page: the one row of its table, which is not there before.</summary>
internal sealed class CrawlerSetting
{
    public const int Only = 1;

    public int Id { get; set; } = Only;
    public bool IsRunning { get; set; }
    public required CrawlerPlan Plan { get; set; }
    public required DateTimeOffset ChangedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<CrawlerSetting>
    {
        public void Configure(EntityTypeBuilder<CrawlerSetting> builder)
        {
            builder.ToTable("tft_crawler");
            builder.HasKey(setting => setting.Id);
            builder.Property(setting => setting.Id).ValueGeneratedNever();
            builder.Property(setting => setting.Plan).HasConversion<PlanText>();
        }
    }
}
