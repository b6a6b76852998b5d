using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Live;

/// <summary>An event of a watched game.</summary>
public sealed class GameEvent
{
    public long GameId { get; set; }
    public int Ordinal { get; set; }
    public required string EventName { get; set; }

    /// <summary>Seconds since the game began.</summary>
    public double EventTime { get; set; }

    /// <summary>The event as Riot sent it, UTF-8 JSON.</summary>
    public required string Payload { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<GameEvent>
    {
        public void Configure(EntityTypeBuilder<GameEvent> builder)
        {
            builder.ToTable("game_events");
            builder.HasKey(told => new { told.GameId, told.Ordinal });
            builder.HasOne<Game>().WithMany().HasForeignKey(told => told.GameId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
