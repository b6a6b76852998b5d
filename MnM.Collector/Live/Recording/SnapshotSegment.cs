using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Live.Recording;

/// <summary>Successive polls of a game that has ended, folded into one row; they are no longer in game_snapshots.</summary>
public sealed class SnapshotSegment
{
    public long GameId { get; set; }

    /// <summary>Number of its first poll, which is stored whole.</summary>
    public int FirstSequence { get; set; }
    public int LastSequence { get; set; }

    /// <summary>Seconds since the game began.</summary>
    public double FirstGameTime { get; set; }

    /// <summary>Seconds since the game began.</summary>
    public double LastGameTime { get; set; }

    /// <summary>Which codec wrote it; see <see cref="SegmentCodec.Version"/>.</summary>
    public int Codec { get; set; }

    /// <summary>When each poll was made; see <see cref="MomentsCodec"/>.</summary>
    public required byte[] Moments { get; set; }

    /// <summary>The polls; see <see cref="SegmentCodec"/>.</summary>
    public required byte[] Payload { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<SnapshotSegment>
    {
        public void Configure(EntityTypeBuilder<SnapshotSegment> builder)
        {
            builder.ToTable("snapshot_segments");
            builder.HasKey(segment => new { segment.GameId, segment.FirstSequence });
            builder.HasOne<Game>().WithMany().HasForeignKey(segment => segment.GameId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
