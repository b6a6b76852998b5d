using System.Collections.Immutable;

namespace MnM.Collector.Tracking.Sweeping;

/// <summary>Whose list of matches is looked through next. Pure.</summary>
internal static class SweepPlan
{
    /// <summary>The list is all there is of a player whose games the spectator does not show.</summary>
    public static readonly TimeSpan Hidden = TimeSpan.FromMinutes(2);

    /// <summary>Of others it finds what detection missed.</summary>
    public static readonly TimeSpan Shown = TimeSpan.FromMinutes(3);

    /// <summary>Whose list named nothing of a product for so long is less often gone through.</summary>
    public static readonly TimeSpan PlaysNoMore = TimeSpan.FromDays(14);

    private const int UrgentOneOf = 2;
    private const double RoundsForWhoDoesNotPlay = 1.5;

    /// <summary>All, the most due first.</summary>
    /// <param name="states">Everybody in one region.</param>
    /// <param name="questions">How many there are until the next look.</param>
    /// <param name="interval">The time until then.</param>
    public static ImmutableArray<Watch> Of(IReadOnlyCollection<SweepState> states, int questions, TimeSpan interval)
    {
        var round = Turns.Round(states.Count, questions, interval);
        var every = round > Shown ? round : Shown;

        var turns = states.Select(state => new Turn(state.Watch, state.Waited, state.IsHidden ? Hidden : state.Plays ? every : every * RoundsForWhoDoesNotPlay)
        {
            IsUrgent = state.IsHidden,
        });
        return [.. Turns.Order(turns, interval, UrgentOneOf).Take(questions)];
    }
}

/// <summary>What is known of somebody before the next look.</summary>
/// <param name="Watch">Who, and what of.</param>
/// <param name="Waited">Since when nobody looked; null where nobody did since MnM started.</param>
/// <param name="IsHidden">Whether the spectator does not show the player's games.</param>
/// <param name="Plays">Whether the player has played this within the last weeks.</param>
internal sealed record SweepState(Watch Watch, TimeSpan? Waited, bool IsHidden, bool Plays);
