using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MnM.Collector.Backplane;

namespace MnM.Collector.History.Import;

/// <summary>A match of an import.</summary>
internal sealed class ImportItem
{
    /// <summary>Items that wait for Riot, in SQL.</summary>
    public const string Open = "ended_at IS NULL";

    public required string JobId { get; set; }

    /// <summary>Riot's id, for example EUW1_5720153635.</summary>
    public required string MatchId { get; set; }

    /// <summary>Its place in Riot's list: the newest has the lowest.</summary>
    public int Ordinal { get; set; }

    /// <summary>How the match stands; <see cref="WorkState.Done"/> is stored, with a result or without one.</summary>
    public WorkState State { get; set; }

    /// <summary>Why it is not here, in a sentence for people.</summary>
    public string? Reason { get; set; }

    /// <summary>Whether it was stored already, so that Riot was not asked.</summary>
    public bool WasThere { get; set; }

    /// <summary>How its timeline stands; null where none is wanted, or can be.</summary>
    public WorkState? TimelineState { get; set; }

    /// <summary>When nothing more of it was to come; null until then.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<ImportItem>
    {
        public void Configure(EntityTypeBuilder<ImportItem> builder)
        {
            builder.ToTable("import_items");
            builder.HasKey(item => new { item.JobId, item.MatchId });
            builder.HasOne<ImportJob>().WithMany().HasForeignKey(item => item.JobId).OnDelete(DeleteBehavior.Cascade);
            builder.Property(item => item.State).HasConversion<string>();
            builder.Property(item => item.TimelineState).HasConversion<string>();

            // Several imports may wait for one match; whether an import waits for anything is asked after each.
            builder.HasIndex(item => item.MatchId).HasFilter(Open);
            builder.HasIndex(item => item.JobId).HasFilter(Open);
        }
    }
}
