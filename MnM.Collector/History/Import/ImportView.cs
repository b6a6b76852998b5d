using System.Collections.Immutable;
using MnM.Collector.Backplane;

namespace MnM.Collector.History.Import;

/// <summary>An import as people see it.</summary>
public sealed record ImportView
{
    public required string Id { get; init; }
    public required long PlayerId { get; init; }
    public required string GameName { get; init; }
    public required string TagLine { get; init; }

    /// <summary>The region that holds the matches.</summary>
    public required string Region { get; init; }
    public required ImportState State { get; init; }

    /// <summary>How many matches were asked for.</summary>
    public required int Limit { get; init; }

    /// <summary>Riot's numbers of the queues; none for all.</summary>
    public required ImmutableArray<int> Queues { get; init; }
    public required bool Timelines { get; init; }

    /// <summary>How many matches Riot lists, up to the limit; while it is listing, so far.</summary>
    public required int Total { get; init; }

    /// <summary>How many of them are stored, with their timelines where those are wanted and there.</summary>
    public required int Done { get; init; }

    /// <summary>How many of these were stored before, so that Riot was not asked.</summary>
    public required int AlreadyThere { get; init; }

    /// <summary>Matches that will not come, by reason.</summary>
    public required ImmutableArray<LeftOut> Left { get; init; }

    /// <summary>Timelines that will not come; their matches are stored.</summary>
    public required int TimelinesLeft { get; init; }

    /// <summary>Matches that came within a minute, measured over the last two; null before there is anything to measure.</summary>
    public double? PerMinute { get; init; }

    /// <summary>By what was measured and by what Riot's limits allow; null where it has ended, or waits for somebody.</summary>
    public DateTimeOffset? ExpectedEnd { get; init; }

    /// <summary>Why there are fewer matches than were asked for, in a sentence; null where there are not.</summary>
    public string? Because { get; init; }

    /// <summary>What it waits for, or once it has ended, why Riot's list could not be read to its end; a sentence, null where all is well.</summary>
    public string? Reason { get; init; }

    /// <summary>The import whose matches it took over.</summary>
    public string? RefreshedFrom { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Name#TAG.</summary>
    public string RiotId => $"{GameName}#{TagLine}";

    /// <summary>Whether more may come.</summary>
    public bool IsRunning => EndedAt is null;

    /// <summary>How many matches will not come.</summary>
    public int LeftOut => Left.Sum(left => left.Count);

    /// <summary>How many are not settled; those of an import that was cancelled stay so.</summary>
    public int Open => Total - Done - LeftOut;

    /// <summary>Whether it has moved since it looked like <paramref name="before"/>; the time that passes is no move.</summary>
    public bool HasMovedSince(ImportView before) =>
        (State, Total, Done, LeftOut, TimelinesLeft, AlreadyThere, Reason) != (before.State, before.Total, before.Done, before.LeftOut, before.TimelinesLeft, before.AlreadyThere, before.Reason);
}

/// <summary>Matches that will not come for one reason.</summary>
/// <param name="State">How they ended.</param>
/// <param name="Reason">A sentence for people.</param>
/// <param name="Count">How many.</param>
public readonly record struct LeftOut(WorkState State, string Reason, int Count);
