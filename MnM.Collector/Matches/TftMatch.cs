using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Matches;

/// <summary>A match of Teamfight Tactics, as far as people look for it; <see cref="TftMatchPayload"/> has the rest.</summary>
public sealed class TftMatch
{
    /// <summary>Riot's id, for example EUW1_7500153635.</summary>
    public required string Id { get; set; }

    /// <summary>In lower case, for example euw1.</summary>
    public required string Platform { get; set; }

    /// <summary>Riot's number, known to MnM or not.</summary>
    public int QueueId { get; set; }

    /// <summary>Number of the set; 0 where Riot does not say. The patch cannot be read from a match since set 18.</summary>
    public int SetNumber { get; set; }

    /// <summary>When it ended: that is what Riot calls its time. Null where Riot does not say.</summary>
    public DateTimeOffset? GameDatetime { get; set; }
    public int DurationSeconds { get; set; }

    /// <summary>Riot's word: GameComplete, Abort_…; null where it says none.</summary>
    public string? EndReason { get; set; }
    public required DateTimeOffset FetchedAt { get; set; }

    /// <summary>Number of the contents of the analytics store that have its rows, or for which it was found to have none; 0 before.</summary>
    public long RowsIn { get; set; }

    /// <summary>Whether Riot called it off.</summary>
    public bool IsAborted => EndReason is { } reason && reason.StartsWith("Abort", StringComparison.OrdinalIgnoreCase);

    /// <summary>When it began; null where Riot does not say when it ended.</summary>
    public DateTimeOffset? StartedAt => GameDatetime?.AddSeconds(-DurationSeconds);

    internal sealed class Configuration : IEntityTypeConfiguration<TftMatch>
    {
        public void Configure(EntityTypeBuilder<TftMatch> builder)
        {
            builder.ToTable("tft_matches");
            builder.HasKey(match => match.Id);
            builder.HasIndex(match => match.GameDatetime);
            builder.HasIndex(match => new { match.RowsIn, match.Id });
        }
    }
}

/// <summary>The same row's JSON, apart from the columns so that lists of matches do not read it.</summary>
public sealed class TftMatchPayload
{
    public required string Id { get; set; }

    /// <summary>The match as it came: UTF-8 JSON, compressed with Brotli.</summary>
    public required byte[] Payload { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<TftMatchPayload>
    {
        public void Configure(EntityTypeBuilder<TftMatchPayload> builder)
        {
            builder.ToTable("tft_matches");
            builder.HasKey(payload => payload.Id);
            builder.HasOne<TftMatch>().WithOne().HasForeignKey<TftMatchPayload>(payload => payload.Id);
        }
    }
}
