using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MnM.Collector.Backplane;

namespace MnM.Collector.Matches;

/// <summary>That Riot does not give a match or its timeline, and will not: it is not asked for again.</summary>
public sealed class MatchAbsence
{
    public required string MatchId { get; set; }
    public MatchPart Part { get; set; }

    /// <summary>A final state.</summary>
    public WorkState State { get; set; }

    /// <summary>Why, in a sentence for people.</summary>
    public required string Reason { get; set; }

    /// <summary>How often Riot was asked; 0 where it needed no question.</summary>
    public int Tries { get; set; }
    public required DateTimeOffset ToldAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<MatchAbsence>
    {
        public void Configure(EntityTypeBuilder<MatchAbsence> builder)
        {
            builder.ToTable("match_absences");
            builder.HasKey(absence => new { absence.MatchId, absence.Part });
            builder.Property(absence => absence.Part).HasConversion<string>();
            builder.Property(absence => absence.State).HasConversion<string>();
        }
    }
}

/// <summary>What Riot is asked for.</summary>
public enum MatchPart
{
    /// <summary>The result.</summary>
    Match,

    /// <summary>Its minutes.</summary>
    Timeline,

    /// <summary>The result of a match of Teamfight Tactics, whose ids are those of the same platform.</summary>
    Tactics,
}
