using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Matches;

/// <summary>A match of match-v5, as far as people look for it; <see cref="MatchPayload"/> has the rest.</summary>
public sealed class Match
{
    /// <summary>Riot's id, for example EUW1_5720153635.</summary>
    public required string Id { get; set; }

    /// <summary>In lower case, for example euw1.</summary>
    public required string Platform { get; set; }

    /// <summary>Riot's number, known to MnM or not; 0 for a custom game.</summary>
    public int QueueId { get; set; }
    public int MapId { get; set; }

    /// <summary>Riot's word, for example CLASSIC.</summary>
    public required string Mode { get; set; }

    /// <summary>Riot's word, for example 15.23.728.3286; empty where it does not say.</summary>
    public required string GameVersion { get; set; }

    /// <summary>The first two numbers of the version.</summary>
    public required string Patch { get; set; }

    /// <summary>When the game itself began; null where Riot does not say, as of some that were called off.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>Until the last player left; Riot may count the match as ended much later.</summary>
    public int DurationSeconds { get; set; }

    /// <summary>Riot's word: GameComplete, Abort_Unexpected, …; null before it said such things.</summary>
    public string? EndReason { get; set; }

    /// <summary>Whether a player who was missing let it end after some minutes, without a result.</summary>
    public bool IsRemake { get; set; }
    public required DateTimeOffset FetchedAt { get; set; }

    /// <summary>How often Riot was asked until it was there.</summary>
    public int Tries { get; set; }

    /// <summary>Riot's number for games that people agreed on among themselves.</summary>
    public const int CustomQueue = 0;

    /// <summary>How <see cref="EndReason"/> begins where Riot called it off.</summary>
    public const string Abort = "Abort";

    /// <summary>Whether Riot called it off.</summary>
    public bool IsAborted => EndReason is { } reason && reason.StartsWith(Abort, StringComparison.OrdinalIgnoreCase);

    /// <summary>Why it has no result, in a sentence for people; null where it has one.</summary>
    public string? CalledOff => IsAborted ? $"Riot called the match off: {EndReason}."
        : IsRemake ? string.Create(CultureInfo.InvariantCulture, $"A remake: it ended after {DurationSeconds / 60}:{DurationSeconds % 60:00} without a result.")
        : null;

    internal sealed class Configuration : IEntityTypeConfiguration<Match>
    {
        public void Configure(EntityTypeBuilder<Match> builder)
        {
            builder.ToTable("matches");
            builder.HasKey(match => match.Id);
            builder.HasIndex(match => match.StartedAt);
        }
    }
}

/// <summary>The same row's JSON, apart from the columns so that lists of matches do not read it.</summary>
public sealed class MatchPayload
{
    public required string Id { get; set; }

    /// <summary>The match as it came: UTF-8 JSON, compressed with Brotli.</summary>
    public required byte[] Payload { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<MatchPayload>
    {
        public void Configure(EntityTypeBuilder<MatchPayload> builder)
        {
            builder.ToTable("matches");
            builder.HasKey(payload => payload.Id);
            builder.HasOne<Match>().WithOne().HasForeignKey<MatchPayload>(payload => payload.Id);
        }
    }
}
