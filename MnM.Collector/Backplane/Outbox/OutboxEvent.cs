using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Backplane.Outbox;

/// <summary>Something that happened and that whoever listens is told exactly once: there is one row of a kind for a subject, and its number is never given again.</summary>
public sealed class OutboxEvent
{
    /// <summary>Grows from event to event; a reader goes on after the last one it has handled.</summary>
    public long Id { get; set; }

    /// <summary>What happened, for example game_started.</summary>
    public required string Kind { get; set; }

    /// <summary>To what, for example 7/EUW1_5720153635.</summary>
    public required string Subject { get; set; }

    /// <summary>JSON with what a receiver needs to know.</summary>
    public required string Payload { get; set; }

    /// <summary>When MnM learnt of it, UTC.</summary>
    public required DateTimeOffset At { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<OutboxEvent>
    {
        public void Configure(EntityTypeBuilder<OutboxEvent> builder)
        {
            builder.ToTable("outbox");
            builder.HasKey(told => told.Id);
            builder.HasIndex(told => new { told.Kind, told.Subject }).IsUnique();
        }
    }
}
