using System.Collections.Immutable;

namespace MnM.Collector.Tracking;

/// <summary>A player and a product: what questions of tracking are about.</summary>
public readonly record struct Watch(long PlayerId, Riot.RiotProduct Product);

/// <summary>Somebody whom Riot may be asked about.</summary>
/// <param name="Watch">Who, and what of.</param>
/// <param name="Waited">Since when nothing was asked; null where nothing ever was.</param>
/// <param name="Every">How often it is to be asked.</param>
internal readonly record struct Turn(Watch Watch, TimeSpan? Waited, TimeSpan Every)
{
    /// <summary>Whether a part of all questions is kept for this one and its like.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>1 and more where it is due.</summary>
    public double Due => Waited is { } waited ? waited / Every : double.PositiveInfinity;
}

/// <summary>In which order people are asked about where there are more of them than questions.</summary>
internal static class Turns
{
    /// <summary>All of them, the most due first: where there are too few questions, all wait longer by the same factor.</summary>
    public static ImmutableArray<Watch> Order(IEnumerable<Turn> turns) => [.. ByDue(turns).Select(turn => turn.Watch)];

    /// <summary>All of them, the most due first. The urgent ones get a part of the places, and all that the others do not need.</summary>
    /// <param name="turns">All who may be asked about.</param>
    /// <param name="interval">Until the next questions: what becomes due before half of it counts as due now.</param>
    /// <param name="urgentOneOf">Of so many places one is kept for an urgent one, even while all others are due.</param>
    public static ImmutableArray<Watch> Order(IEnumerable<Turn> turns, TimeSpan interval, int urgentOneOf)
    {
        var ordered = ByDue(turns).ToList();
        var due = ordered.Where(turn => turn.Waited is not { } waited || waited + (interval / 2) >= turn.Every).ToList();
        var (urgent, others) = (new Queue<Turn>(due.Where(turn => turn.IsUrgent)), new Queue<Turn>(due.Where(turn => !turn.IsUrgent)));
        var order = ImmutableArray.CreateBuilder<Watch>(ordered.Count);
        while (urgent.Count + others.Count > 0)
        {
            var next = urgent.Count > 0 && (order.Count % urgentOneOf == 0 || others.Count == 0) ? urgent : others;
            order.Add(next.Dequeue().Watch);
        }

        var first = order.ToHashSet();
        order.AddRange(ordered.Select(turn => turn.Watch).Where(watch => !first.Contains(watch)));
        return order.DrainToImmutable();
    }

    /// <summary>How long one round of questions about all takes; never less than the time between two looks.</summary>
    public static TimeSpan Round(int watches, int questions, TimeSpan interval) => interval * Math.Max(1, watches / (double)questions);

    private static IEnumerable<Turn> ByDue(IEnumerable<Turn> turns) =>
        turns.OrderByDescending(turn => turn.Due).ThenBy(turn => turn.Every).ThenBy(turn => turn.Watch.PlayerId).ThenBy(turn => turn.Watch.Product);
}
