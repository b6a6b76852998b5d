using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Live.Recording;

/// <summary>What a player had at a time; one row per player and ten seconds, for plain SQL and for charts.</summary>
public sealed class TimelineRow
{
    public long GameId { get; set; }

    /// <summary>Seconds since the game began: 0, 10, 20, …</summary>
    public int Second { get; set; }
    public int Slot { get; set; }
    public int Kills { get; set; }
    public int Deaths { get; set; }
    public int Assists { get; set; }
    public int Cs { get; set; }
    public int Level { get; set; }
    public double WardScore { get; set; }
    public int ItemValue { get; set; }

    /// <summary>Item ids in the order of their places, comma-separated.</summary>
    public required string Items { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<TimelineRow>
    {
        public void Configure(EntityTypeBuilder<TimelineRow> builder)
        {
            builder.ToTable("player_timeline");
            builder.HasKey(row => new { row.GameId, row.Second, row.Slot });
            builder.HasOne<Game>().WithMany().HasForeignKey(row => row.GameId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
