using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MnM.Collector.Storage;

namespace MnM.Collector.Backplane;

/// <summary>A row of the work queue.</summary>
internal sealed class WorkItem
{
    public const int LongestReason = 500;

    /// <summary>Items that wait for a worker, in SQL.</summary>
    public const string Waiting = "worker IS NULL AND NOT is_filed";

    /// <summary>Items that somebody works on, and those that ended so and are not filed yet, in SQL.</summary>
    public const string Taken = "worker IS NOT NULL AND NOT is_filed";

    /// <summary>Never given twice, so that a lease of a deleted item fits no other.</summary>
    public long Id { get; set; }
    public required string Kind { get; set; }
    public required string Key { get; set; }
    public Lane Lane { get; set; }
    public string Route { get; set; } = "";
    public string Owner { get; set; } = "";
    public string? Payload { get; set; }
    public WorkState State { get; set; }

    /// <summary>Why it is in this state, for people; while it is open, why it is not done yet.</summary>
    public string? Reason { get; set; }

    /// <summary>When it may be claimed. While it is leased, the end of the lease: one that is not renewed gives the item back by itself.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>When <see cref="DueAt"/> was set last; in the future, it shows that the clock was put back since.</summary>
    public DateTimeOffset SetAt { get; set; }
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>How often it was begun and not given back.</summary>
    public int Attempts { get; set; }

    /// <summary>Number of the last lease. Whoever holds an older one holds nothing.</summary>
    public int Lease { get; set; }

    /// <summary>Who holds the lease; null while nobody does. Whoever ended the item stays.</summary>
    public string? Worker { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>
    /// Whether it is history, and indexed as such. That happens some time after the end, to many at once: the end itself writes no index,
    /// which would cost as much again for each. Until then its key is not free, which the queue heals where it matters.
    /// </summary>
    public bool IsFiled { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<WorkItem>
    {
        public void Configure(EntityTypeBuilder<WorkItem> builder)
        {
            builder.ToTable("work_items");
            builder.HasKey(item => item.Id);
            builder.Property(item => item.State).HasConversion<string>();
            foreach (var time in (string[])[nameof(DueAt), nameof(SetAt), nameof(ExpiresAt), nameof(CreatedAt), nameof(EndedAt)])
            {
                builder.Property(time).HasConversion<UtcMilliseconds>();
            }

            builder.HasIndex(item => new { item.Kind, item.Key }).IsUnique().HasFilter("NOT is_filed");

            // A claim looks up the first item of each route and owner.
            builder.HasIndex(item => new { item.Kind, item.Lane, item.Route, item.Owner, item.DueAt }).HasFilter(Waiting);
            builder.HasIndex(item => item.DueAt).HasFilter(Taken);
            builder.HasIndex(item => item.ExpiresAt).HasFilter("NOT is_filed AND expires_at IS NOT NULL");
            builder.HasIndex(item => new { item.EndedAt, item.Kind, item.Lane }).HasFilter("is_filed");
        }
    }
}
