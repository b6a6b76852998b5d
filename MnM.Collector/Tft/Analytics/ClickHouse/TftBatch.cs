using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MnM.Collector.Storage.Backups;

namespace MnM.Collector.Tft.Analytics.ClickHouse;

/// <summary>Matches of one patch that are being sent to ClickHouse: listed before, taken off the list when ClickHouse has said that they are there.</summary>
internal sealed class TftBatch : INeverRestored
{
    public long Id { get; set; }

    /// <summary>The table that they go to.</summary>
    public required long Generation { get; init; }

    /// <summary>The patch's code.</summary>
    public required int Patch { get; init; }

    /// <summary>The numbers of their rows, with commas between.</summary>
    public required string Matches { get; init; }
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>By which ClickHouse knows whether it is still at it.</summary>
    public string QueryId => string.Create(CultureInfo.InvariantCulture, $"mnm-{Generation}-{Id}");

    public IEnumerable<ulong> MatchIds => Matches.Split(',').Select(match => ulong.Parse(match, CultureInfo.InvariantCulture));

    internal sealed class Configuration : IEntityTypeConfiguration<TftBatch>
    {
        public void Configure(EntityTypeBuilder<TftBatch> builder)
        {
            builder.ToTable("tft_batches");
            builder.HasKey(batch => batch.Id);
        }
    }
}
