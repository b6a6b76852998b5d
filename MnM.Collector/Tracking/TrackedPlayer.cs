using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MnM.Collector.Players;

namespace MnM.Collector.Tracking;

/// <summary>A friend whose games are followed. One who was removed stays with the games that are known, and takes part again when added again.</summary>
public sealed class TrackedPlayer
{
    public long PlayerId { get; set; }

    /// <summary>Where the player plays, in lower case, for example euw1.</summary>
    public required string Platform { get; set; }

    /// <summary>Games that began before are none of ours.</summary>
    public required DateTimeOffset AddedAt { get; set; }

    /// <summary>Since when nothing is asked for the player; null while all is. What is played meanwhile is found when it goes on.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>Since when the player is not followed any more.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<TrackedPlayer>
    {
        public void Configure(EntityTypeBuilder<TrackedPlayer> builder)
        {
            builder.ToTable("tracked_players");
            builder.HasKey(tracked => tracked.PlayerId);
            builder.Property(tracked => tracked.PlayerId).ValueGeneratedNever();
            builder.HasOne<Player>().WithOne().HasForeignKey<TrackedPlayer>(tracked => tracked.PlayerId);
        }
    }
}
