using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Live.Recording;

/// <summary>A part of a game of which nothing is recorded, because MnM or the connection was away.</summary>
public sealed class GameGap
{
    public long GameId { get; set; }

    /// <summary>Number of the first poll after the gap.</summary>
    public int Sequence { get; set; }

    /// <summary>When the last poll before the gap was made.</summary>
    public DateTimeOffset LastPolledAt { get; set; }

    /// <summary>When the first poll after the gap was made.</summary>
    public DateTimeOffset NextPolledAt { get; set; }

    /// <summary>Game time of the last poll before the gap, seconds.</summary>
    public double FromGameTime { get; set; }

    /// <summary>Game time of the first poll after the gap, seconds.</summary>
    public double ToGameTime { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<GameGap>
    {
        public void Configure(EntityTypeBuilder<GameGap> builder)
        {
            builder.ToTable("game_gaps");
            builder.HasKey(gap => new { gap.GameId, gap.Sequence });
            builder.HasOne<Game>().WithMany().HasForeignKey(gap => gap.GameId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
