using System.Collections.Immutable;

namespace MnM.Collector.Tft.Analytics;

/// <summary>What the explorer answers.</summary>
/// <param name="Question">As it was understood: with the patch it chose, ids sorted.</param>
/// <param name="Rows">The most games first.</param>
/// <param name="Matches">How many matches the sample has.</param>
/// <param name="Boards">How many boards, each one game of somebody.</param>
/// <param name="AveragePlacement">Of all boards of the sample.</param>
/// <param name="AsOf">When it was counted.</param>
/// <param name="IsStale">Whether a newer one is being counted.</param>
/// <param name="Took">How long the counting took.</param>
/// <param name="Notes">What the reader should know, a sentence each.</param>
public sealed record TftAnswer(
    TftQuestion Question,
    ImmutableArray<TftRow> Rows,
    int Matches,
    int Boards,
    Estimate AveragePlacement,
    DateTimeOffset AsOf,
    bool IsStale,
    TimeSpan Took,
    ImmutableArray<string> Notes)
{
    /// <summary>How often first, second, … eighth came among all boards of the sample.</summary>
    public ImmutableArray<int> Places { get; init; } = [];

    /// <summary>How many more rows there were, with fewer games.</summary>
    public int LeftOut { get; init; }

    /// <summary>Whether many stored matches had no rows yet when it was counted.</summary>
    public bool IsOfPart { get; init; }
}

/// <summary>A line of an answer. Where <see cref="IsEnough"/> is false no figure but the games is to be shown.</summary>
/// <param name="Key">Of what.</param>
/// <param name="Games">Boards with it.</param>
/// <param name="IsEnough">Whether that reaches <see cref="TftQuestion.MinGames"/>.</param>
/// <param name="Share">Of the boards that could have it, 0 to 1.</param>
/// <param name="AveragePlacement">1 is best.</param>
/// <param name="ShrunkPlacement">The same drawn towards the mean of all, the more the fewer games there are: what to sort by.</param>
/// <param name="Top4">Share of the first four places, 0 to 1.</param>
/// <param name="Win">Share of the first place, 0 to 1.</param>
/// <param name="Places">How often it came in first, second, … eighth.</param>
/// <param name="Delta">Average placement with it less that without it, among the boards that could have it; null where all of them have it.</param>
public sealed record TftRow(
    TftKey Key, int Games, bool IsEnough, Estimate Share, Estimate AveragePlacement, double ShrunkPlacement, Estimate Top4, Estimate Win, ImmutableArray<int> Places, Estimate? Delta);

/// <summary>Of what a row tells, in Riot's ids.</summary>
/// <param name="Unit">Of units and builds; the carry of a comp.</param>
/// <param name="Items">One of items, sorted ones of builds.</param>
/// <param name="Traits">One of traits, the two strongest of comps.</param>
/// <param name="TraitTier">The step of a trait.</param>
public sealed record TftKey(string? Unit, ImmutableArray<string> Items, ImmutableArray<string> Traits, int? TraitTier);

/// <summary>A figure with its interval of 95 %, which takes the match as the unit of sampling: eight boards of one match are not eight independent games.</summary>
public readonly record struct Estimate(double Value, double Low, double High)
{
    /// <summary>Half the width of the interval.</summary>
    public double Margin => (High - Low) / 2;
}

/// <summary>What came of a question.</summary>
public abstract record TftReply
{
    private TftReply()
    {
    }

    public sealed record Answered(TftAnswer Answer) : TftReply;

    /// <summary>It cannot be answered.</summary>
    /// <param name="Faults">Field of <see cref="TftQuestion"/>, and why, in a sentence for people.</param>
    public sealed record Refused(ImmutableArray<(string Field, string Why)> Faults) : TftReply;

    /// <summary>There is nothing to count yet.</summary>
    /// <param name="Why">A sentence for people.</param>
    public sealed record Empty(string Why) : TftReply;

    /// <summary>The store did not answer.</summary>
    /// <param name="Why">A sentence for people.</param>
    public sealed record Failed(string Why) : TftReply
    {
        /// <summary>When it is worth asking again, where that is known: then too much was asked at once.</summary>
        public TimeSpan? RetryAfter { get; init; }
    }
}
