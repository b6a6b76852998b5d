using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Live.Recording;

/// <summary>A part of a game of which nothing is recorded, and why.</summary>
public sealed class GameGap
{
    /// <summary>MnM was not running.</summary>
    public const string Restart = "restart";

    /// <summary>The game did not answer.</summary>
    public const string NoAnswer = "no_answer";

    /// <summary>The polls were there but could not be stored: the database was locked or the disk full for too long.</summary>
    public const string NotStored = "not_stored";

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

    /// <summary>One of the words above; null where an earlier version marked it.</summary>
    public string? Reason { get; set; }

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
