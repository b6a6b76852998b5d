using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Insights.Stories;

/// <summary>The insight of a subject as it was made last. What went wrong since then stands beside it and takes nothing away.</summary>
internal sealed class StoredInsight
{
    /// <summary>See <see cref="InsightSubject.Key"/>.</summary>
    public required string Subject { get; set; }

    /// <summary>What it explains: match or player.</summary>
    public required string Kind { get; set; }

    /// <summary>Of what it was made from, see <see cref="InsightInputs"/>; null where none was made yet.</summary>
    public string? Hash { get; set; }

    /// <summary>An <see cref="InsightReport"/> as JSON; null likewise.</summary>
    public string? Report { get; set; }

    /// <summary>The words as JSON; null likewise.</summary>
    public string? Words { get; set; }

    /// <summary>The language model's name, or MnM; null likewise.</summary>
    public string? Author { get; set; }
    public DateTimeOffset? MadeAt { get; set; }

    /// <summary>Why the last try made none, in a sentence for people; null where it did.</summary>
    public string? Fault { get; set; }
    public DateTimeOffset? FaultAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<StoredInsight>
    {
        public void Configure(EntityTypeBuilder<StoredInsight> builder)
        {
            builder.ToTable("insights");
            builder.HasKey(insight => insight.Subject);
        }
    }
}
