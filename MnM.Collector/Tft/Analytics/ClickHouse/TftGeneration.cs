using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MnM.Collector.Storage.Backups;

namespace MnM.Collector.Tft.Analytics.ClickHouse;

/// <summary>A table of rows that this database has made in ClickHouse; the one with the highest number counts. Rows hold codes of this database, so that no other database's table may be taken for it.</summary>
internal sealed class TftGeneration : INeverRestored
{
    public required long Number { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<TftGeneration>
    {
        public void Configure(EntityTypeBuilder<TftGeneration> builder)
        {
            builder.ToTable("tft_generations");
            builder.HasKey(generation => generation.Number);
            builder.Property(generation => generation.Number).ValueGeneratedNever();
        }
    }
}
