using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Insights.Language;

/// <summary>A question that was put to a language model. Its row is there before it is sent, with tokens by estimate: what a kill cuts off is counted too.</summary>
internal sealed class ModelCall
{
    public long Id { get; set; }
    public required DateTimeOffset At { get; set; }

    /// <summary>What was explained; see <see cref="InsightSubject.Key"/>.</summary>
    public required string Subject { get; set; }
    public required string Model { get; set; }
    public required int PromptVersion { get; set; }
    public required int TokensIn { get; set; }
    public required int TokensOut { get; set; }

    /// <summary>By the prices of that day; null where none were set.</summary>
    public decimal? Cost { get; set; }
    public required CallOutcome Outcome { get; set; }

    /// <summary>What went wrong, in a sentence for people; it never repeats what the model wrote.</summary>
    public string? Fault { get; set; }
    public int Milliseconds { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<ModelCall>
    {
        public void Configure(EntityTypeBuilder<ModelCall> builder)
        {
            builder.ToTable("model_calls");
            builder.HasKey(call => call.Id);
            builder.HasIndex(call => call.At);
            builder.Property(call => call.Outcome).HasConversion<string>();
        }
    }
}

/// <summary>What became of a question to a language model.</summary>
internal enum CallOutcome
{
    /// <summary>It is under way, or MnM ended meanwhile.</summary>
    Asked,

    /// <summary>Words came whose every number is true.</summary>
    Written,

    /// <summary>It wants to look something up first.</summary>
    LooksUp,

    /// <summary>What came could not be shown: another number, no JSON, too long.</summary>
    Rejected,

    /// <summary>The server would not answer.</summary>
    Refused,

    /// <summary>Nothing came in time.</summary>
    TimedOut,

    /// <summary>The connection broke, or there was none.</summary>
    Broken,
}
