using System.Collections.Immutable;
using MnM.Collector.Riot;
using MnM.Collector.Tracking;
using MnM.Collector.Tracking.Friends;

namespace MnM.Web.Tracking;

/// <summary>All that the page of friends shows.</summary>
/// <param name="View">What is stored; null until it is read.</param>
/// <param name="State">How everybody is asked about.</param>
/// <param name="Advice">What to do about the key, in a sentence; null where it is good.</param>
/// <param name="IsStale">Whether the database does not answer any more.</param>
/// <param name="At">When this was put together, UTC.</param>
public sealed record FriendsScene(FriendsView? View, TrackingState State, string? Advice, bool IsStale, DateTimeOffset At)
{
    /// <summary>Before anything is read.</summary>
    public static FriendsScene Loading { get; } = new(null, TrackingState.Starting, null, IsStale: false, default);

    /// <summary>The friends; empty until they are read.</summary>
    public ImmutableArray<FriendView> Friends => View?.Friends ?? [];

    /// <summary>How many are in a game.</summary>
    public int InGame => Friends.Count(friend => friend.Game is not null);

    /// <summary>What Riot does not answer, and since when nothing was answered there, where that is known; null where all is well.</summary>
    public (string Reason, DateTimeOffset? AnsweredAt)? Outage =>
        State.Rounds.FirstOrDefault(round => round.IsOutage) is { } outage
            ? ($"The spectator of {outage.Platform.ToUpperInvariant()} shows no running game any more. Games are found by the lists of matches until it does.", null)
            : State.Rounds.FirstOrDefault(round => round.Fault is not null) is { } faulty ? (faulty.Fault!, faulty.AnsweredAt)
            : State.ResultFault is { } fault ? (fault, null)
            : null;

    /// <summary>What viewers may know of what is stored.</summary>
    public FriendsView? ViewForViewers { get; init; }

    /// <summary>The same for viewers; nobody is in a custom game where those are not shown to them.</summary>
    public FriendsScene ForViewers(bool withCustomGames) => ViewForViewers is not { } view || withCustomGames ? this with { View = ViewForViewers }
        : this with { View = view with { Friends = [.. view.Friends.Select(friend => friend.WithoutCustomGame())] } };

    /// <summary>How a friend is asked about; null for a product whose id is not known.</summary>
    public AskPace? PaceOf(FriendView friend, RiotProduct product) => State.Paces.GetValueOrDefault(new Watch(friend.PlayerId, product));
}
