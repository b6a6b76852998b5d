using System.Collections.Concurrent;
using System.Collections.Immutable;
using MnM.Simulator.World.People;

namespace MnM.Simulator.World.Friends;

/// <summary>What some friends play in a week, all of it settled from the start: the truth that Riot's API tells bit by bit.</summary>
internal sealed class FriendsWeek
{
    private readonly ImmutableArray<(string Platform, Person Person)> _people;
    private readonly HashSet<string> _hidden;
    private readonly Dictionary<string, FriendGame> _byId;
    private readonly Dictionary<(string Puuid, string Product), ImmutableArray<FriendGame>> _byPlayer;
    private readonly ConcurrentDictionary<string, Dictionary<string, (string, Person)>> _byPuuid = new();

    public FriendsWeek(FriendsWeekOptions options)
    {
        var people = new WeekPeople(options);
        Friends = people.Friends;
        Games = WeekPlanner.Plan(options, people);
        _people = [.. people.All];
        _hidden = [.. Friends.Where(friend => friend.IsStreamer).Select(friend => friend.Person.Puuid)];
        _byId = Games.ToDictionary(game => game.MatchId);
        _byPlayer = Games
            .SelectMany(game => game.Seats.Select(seat => (seat, game)))
            .GroupBy(one => (one.seat.Person.Puuid, one.game.Product), one => one.game)
            .ToDictionary(games => games.Key, games => games.ToImmutableArray());
    }

    /// <summary>A week in which nobody plays.</summary>
    public static FriendsWeek None { get; } = new(new FriendsWeekOptions { Start = DateTimeOffset.UnixEpoch, Friends = 0 });

    public ImmutableArray<Friend> Friends { get; }

    /// <summary>In the order in which they are there.</summary>
    public ImmutableArray<FriendGame> Games { get; }

    /// <summary>Who has that Riot ID, and where they play.</summary>
    public (string Platform, Person Person)? FindRiotId(string riotId) =>
        _people.FirstOrDefault(one => Population.IsRiotId(one.Person, riotId)) is { Person: not null } found ? found : null;

    /// <summary>Who has that id to the keys of a product, and where they play.</summary>
    public (string Platform, Person Person)? FindPuuid(string product, string puuid) =>
        _byPuuid.GetOrAdd(product, key => _people.ToDictionary(one => one.Person.PuuidFor(key))).TryGetValue(puuid, out var found) ? found : null;

    /// <summary>Whether streamer mode hides somebody.</summary>
    public bool Hides(Person person) => _hidden.Contains(person.Puuid);

    /// <summary>The game that somebody plays at that time, hidden or not.</summary>
    public FriendGame? Running(Person person, string product, DateTimeOffset now) =>
        _byPlayer.GetValueOrDefault((person.Puuid, product), []).LastOrDefault(game => game.OpenedAt <= now) is { } last && last.RunsAt(now) ? last : null;

    /// <summary>The games of somebody that are listed by then, the newest first.</summary>
    public IEnumerable<FriendGame> Listed(Person person, string product, DateTimeOffset now) =>
        _byPlayer.GetValueOrDefault((person.Puuid, product), []).Where(game => game.IsListed && game.ListedAt <= now).Reverse();

    /// <summary>The game of that match id, if it is listed by then.</summary>
    public FriendGame? Find(string matchId, string product, DateTimeOffset now) =>
        _byId.GetValueOrDefault(matchId) is { IsListed: true } game && game.Product == product && game.ListedAt <= now ? game : null;
}
