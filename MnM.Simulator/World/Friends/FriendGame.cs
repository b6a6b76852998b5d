using System.Collections.Immutable;
using MnM.Simulator.World.Past;
using MnM.Simulator.World.People;
using MnM.Simulator.World.Writing;

namespace MnM.Simulator.World.Friends;

/// <summary>A game of the week: who plays it, when, and how it ends. Its match is written when it is asked for.</summary>
internal sealed record FriendGame
{
    public required long GameId { get; init; }

    /// <summary>Of <see cref="Products"/>.</summary>
    public required string Product { get; init; }

    /// <summary>In lower case.</summary>
    public required string Platform { get; init; }

    public required int QueueId { get; init; }

    public required GameFate Fate { get; init; }

    /// <summary>In the order of their places.</summary>
    public required ImmutableArray<FriendSeat> Seats { get; init; }

    /// <summary>When it is there and loads.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When its own clock begins.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>When it is listed among the matches of its players, and its match is there unless its fate is another.</summary>
    public required DateTimeOffset ListedAt { get; init; }

    public DateTimeOffset EndedAt => StartedAt + Duration;

    public string MatchId => $"{Platform.ToUpperInvariant()}_{GameId}";

    public bool IsListed => Fate != GameFate.Custom;

    /// <summary>Whether it counts for the ladder.</summary>
    public bool IsRanked => Fate == GameFate.Played && QueueId is 420 or 440 or 1100;

    public ImmutableArray<Person> People => [.. Seats.Select(seat => seat.Person)];

    public bool RunsAt(DateTimeOffset time) => OpenedAt <= time && time < EndedAt;

    /// <summary>What somebody plays in it; null for who does not.</summary>
    public FriendSeat? Find(Person person) => Seats.FirstOrDefault(seat => seat.Person.Puuid == person.Puuid);

    /// <summary>The game of League of Legends as it was before it was played.</summary>
    public PlannedGame Plan() => GameWriter.Plan(new GameIdentity(GameId, StartedAt, GameIdentity.VersionAt(StartedAt), Platform.ToUpperInvariant(), QueueId), People);

    /// <summary>The game of Teamfight Tactics, which writes itself.</summary>
    public SeasonGame Board() => new(GameId, StartedAt, People);
}

/// <summary>Who sits in a game, and how it ends for them.</summary>
/// <param name="Person">Who it is.</param>
/// <param name="ChampionId">What they play; 0 in Teamfight Tactics.</param>
/// <param name="Win">Whether they win, or are in the better half.</param>
/// <param name="Placement">From 1 in Teamfight Tactics, 0 in League of Legends.</param>
internal sealed record FriendSeat(Person Person, int ChampionId, bool Win, int Placement);
