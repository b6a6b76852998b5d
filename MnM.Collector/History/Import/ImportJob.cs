using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.History.Import;

/// <summary>An import of a player's past matches. Its figures are counted from its items whenever somebody asks, and never kept beside them.</summary>
internal sealed class ImportJob
{
    /// <summary>Imports that have not ended, in SQL.</summary>
    public const string Open = "ended_at IS NULL";

    /// <summary>Sixteen random bytes as text: who knows one does not know the next.</summary>
    public required string Id { get; set; }
    public long PlayerId { get; set; }

    /// <summary>As the key that was in use at the start saw the player.</summary>
    public required string Puuid { get; set; }

    /// <summary>The region that holds the matches.</summary>
    public required string Region { get; set; }
    public required string GameName { get; set; }
    public required string TagLine { get; set; }

    /// <summary>How many matches at most.</summary>
    public int Limit { get; set; }

    /// <summary>Riot's numbers of the queues, separated by commas; empty for all.</summary>
    public required string Queues { get; set; }
    public bool Timelines { get; set; }
    public ImportState State { get; set; }

    /// <summary>Why Riot's list could not be read to its end, in a sentence for people; null where it was, and while that is not known.</summary>
    public string? Reason { get; set; }

    /// <summary>Why there are fewer matches than were asked for, in a sentence for people; null where there are not, and while that is not known.</summary>
    public string? Because { get; set; }

    /// <summary>The import whose matches it took over, to ask only for newer ones.</summary>
    public string? RefreshedFrom { get; set; }
    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The queues as numbers; none for all.</summary>
    public ImmutableArray<int> ReadQueues() => [.. Queues.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(queue => int.Parse(queue, CultureInfo.InvariantCulture))];

    internal sealed class Configuration : IEntityTypeConfiguration<ImportJob>
    {
        public void Configure(EntityTypeBuilder<ImportJob> builder)
        {
            builder.ToTable("import_jobs");
            builder.HasKey(job => job.Id);
            builder.Property(job => job.State).HasConversion<string>();

            // One at a time: whoever comes later joins it.
            builder.HasIndex(job => job.PlayerId).IsUnique().HasFilter(Open);
            builder.HasIndex(job => new { job.PlayerId, job.CreatedAt });
            builder.HasIndex(job => job.CreatedAt);
        }
    }
}
