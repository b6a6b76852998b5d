using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Tracking.Webhooks;

/// <summary>How events are written for a receiver.</summary>
public enum WebhookFormat
{
    /// <summary>As the socket tells them.</summary>
    Json,

    /// <summary>As a message that Discord shows, and whoever takes the same.</summary>
    Discord,
}

/// <summary>An address of the owner's to which events are sent. It has a place of its own among the events, which moves only when the receiver has taken one.</summary>
public sealed class Webhook
{
    public long Id { get; set; }
    public WebhookFormat Format { get; set; }

    /// <summary>What is shown of the address; its end may be a password.</summary>
    public required string Target { get; set; }

    /// <summary>The whole address, encrypted.</summary>
    public required string SealedUrl { get; set; }

    /// <summary>The secret that signs, encrypted.</summary>
    public required string SealedSecret { get; set; }
    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>Number of the last event that the receiver has taken; those before the webhook came to be count as taken.</summary>
    public long TakenTo { get; set; }

    /// <summary>How many it has taken.</summary>
    public long Taken { get; set; }
    public DateTimeOffset? TakenAt { get; set; }

    /// <summary>Since when nothing is sent; null while all is. What happens meanwhile is sent when it goes on.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>Why MnM itself paused it, in a sentence for people.</summary>
    public string? PausedReason { get; set; }

    /// <summary>How often in a row the receiver did not take the next event.</summary>
    public int Failures { get; set; }

    /// <summary>When it is tried again; null where nothing failed.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>What went wrong last, in a sentence for people. It stays until an event is taken.</summary>
    public string? LastError { get; set; }
    public DateTimeOffset? LastErrorAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Webhook>
    {
        public void Configure(EntityTypeBuilder<Webhook> builder)
        {
            builder.ToTable("webhooks");
            builder.HasKey(hook => hook.Id);
            builder.Property(hook => hook.Format).HasConversion(new Capitals<WebhookFormat>());
        }
    }
}
