using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MnM.Collector.Riot;

namespace MnM.Collector.Tracking;

/// <summary>How far a tracked player's list of matches has been gone through, and what it taught of the player.</summary>
public sealed class SweepCursor
{
    public long PlayerId { get; set; }
    public RiotProduct Product { get; set; }

    /// <summary>
    /// Every match that began before and that Riot lists is among the tracked games. Moves only in the transaction that stores them. A match appears after its game, and
    /// may be late: each look begins <see cref="TrackingOptions.ResultDeadline"/> before it.
    /// </summary>
    public required DateTimeOffset SweptTo { get; set; }

    /// <summary>When the player last played this, as far as is known; null where not within the last weeks. The list of who does not play something is less often gone through.</summary>
    public DateTimeOffset? PlayedAt { get; set; }

    /// <summary>Whether games of the player are found in lists alone though the spectator was asked all the time, as of players in streamer mode.</summary>
    public bool IsHidden { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<SweepCursor>
    {
        public void Configure(EntityTypeBuilder<SweepCursor> builder)
        {
            builder.ToTable("sweep_cursors");
            builder.HasKey(cursor => new { cursor.PlayerId, cursor.Product });
            builder.Property(cursor => cursor.Product).HasConversion<string>();
            builder.HasOne<TrackedPlayer>().WithMany().HasForeignKey(cursor => cursor.PlayerId);
        }
    }
}
