using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;
using MnM.Collector.Storage;

namespace MnM.Collector.Insights.Features;

/// <summary>What is learnt from a match, derived from its timeline once, so that learning and comparing need no JSON.</summary>
internal sealed class MatchFeatures
{
    /// <summary>Of the rules by which rows are derived. With another one all are derived anew.</summary>
    public const int CurrentVersion = 1;

    public required string MatchId { get; set; }
    public int Version { get; set; }

    /// <summary>Why nothing is learnt from it, in a sentence for people; null where something is.</summary>
    public string? Reason { get; set; }
    public bool BlueWon { get; set; }
    public int QueueId { get; set; }
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>How many states there are.</summary>
    public int Moments { get; set; }

    /// <summary>The states of the full minutes and of the end, see <see cref="PackedStates"/>; null with a reason.</summary>
    public byte[]? States { get; set; }

    /// <param name="match">As it is stored.</param>
    /// <param name="read">Reads its timeline; not called where the match itself says why not.</param>
    public static MatchFeatures Of(ReadMatch match, Func<Timeline?> read)
    {
        var reason = MatchCourse.WhyNot(match);
        var course = reason is null && read() is { } timeline ? MatchCourse.Of(match, timeline) : null;
        return new MatchFeatures
        {
            MatchId = match.Match.Id,
            Version = CurrentVersion,
            Reason = reason ?? (course is null ? "Its timeline does not tell of ten people, or cannot be read." : null),
            BlueWon = course?.BlueWon ?? false,
            QueueId = match.Match.QueueId,
            StartedAt = match.Match.StartedAt,
            Moments = course?.Minutes.Length ?? 0,
            States = course is null ? null : PackedStates.Pack(course.Minutes),
        };
    }

    internal sealed class Configuration : IEntityTypeConfiguration<MatchFeatures>
    {
        public void Configure(EntityTypeBuilder<MatchFeatures> builder)
        {
            builder.ToTable("match_features");
            builder.HasKey(features => features.MatchId);
            builder.HasOne<MatchTimeline>().WithOne().HasForeignKey<MatchFeatures>(features => features.MatchId).OnDelete(DeleteBehavior.Cascade);

            // They are counted each half minute.
            builder.HasIndex(features => features.Version);
            builder.HasIndex(features => new { features.Version, features.StartedAt }).HasFilter("reason IS NULL");
        }
    }
}

/// <summary>The table on the context. Inside an expression tree hold it in a local first.</summary>
internal static class FeatureTables
{
    extension(MnmDbContext db)
    {
        public DbSet<MatchFeatures> MatchFeatures => db.Set<MatchFeatures>();
    }
}
