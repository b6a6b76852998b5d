using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Live.Recording;

/// <summary>One stored poll: a keyframe, or the delta from the poll before.</summary>
public sealed class GameSnapshot
{
    public long GameId { get; set; }

    /// <summary>Number of the poll in the game, from 0, without gaps.</summary>
    public int Sequence { get; set; }

    /// <summary>Rises when the game time goes back.</summary>
    public int Segment { get; set; }
    public DateTimeOffset PolledAt { get; set; }

    /// <summary>Seconds since the game began.</summary>
    public double GameTimeSeconds { get; set; }
    public bool Keyframe { get; set; }

    /// <summary>Keyframe: the response, Brotli; else a delta of <see cref="DeltaCodec"/>, UTF-8 JSON.</summary>
    public required byte[] Payload { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<GameSnapshot>
    {
        public void Configure(EntityTypeBuilder<GameSnapshot> builder)
        {
            builder.ToTable("game_snapshots");
            builder.HasKey(snapshot => new { snapshot.GameId, snapshot.Sequence });
            builder.HasOne<Game>().WithMany().HasForeignKey(snapshot => snapshot.GameId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
