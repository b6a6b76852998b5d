using System.Collections.Immutable;
using MnM.Collector.Tracking;
using MnM.Simulator.RiotApi;
using MnM.Simulator.World.Friends;
using MnM.Simulator.World.People;

namespace MnM.Benchmarks.Scenarios.Tracking;

/// <summary>A friend in a game, as it really was.</summary>
/// <param name="Friend">Who.</param>
/// <param name="Game">Which.</param>
/// <param name="Seat">What they played, and how it ended.</param>
internal sealed record TrueGame(Friend Friend, FriendGame Game, FriendSeat Seat)
{
    /// <summary>How the row of such a game must end.</summary>
    public GameStatus Status => Game.Fate switch
    {
        GameFate.Played or GameFate.Remade => GameStatus.Completed,
        GameFate.Aborted => GameStatus.Aborted,
        GameFate.Private => GameStatus.Private,
        GameFate.Custom => GameStatus.Custom,
        _ => GameStatus.Expired,
    };

    public bool HasMatch => Status is GameStatus.Completed or GameStatus.Aborted;

    /// <summary>Whether it won, as the ladder counts; null for a game that nobody wins.</summary>
    public bool? Won => Game.Fate == GameFate.Played ? Seat.Win : null;
}

/// <summary>Which games there were to be found in a week, and when Riot told them.</summary>
internal sealed class WeekTruth
{
    private const int CallsEach = 2;

    private readonly FriendsWeek _week;
    private readonly ImmutableArray<(string Route, DateTimeOffset From, DateTimeOffset To)> _outages;

    /// <param name="week">What was played.</param>
    /// <param name="outages">When Riot's servers did not answer.</param>
    /// <param name="began">When those servers began.</param>
    public WeekTruth(FriendsWeek week, ImmutableArray<RiotOutage> outages, DateTimeOffset began)
    {
        _week = week;
        _outages = [.. outages.Select(outage => (outage.Route, began + outage.From, began + outage.From + outage.Length))];
        var friends = week.Friends.ToDictionary(friend => friend.Person.Puuid);
        All =
        [
            .. from game in week.Games
               from seat in game.Seats
               where friends.ContainsKey(seat.Person.Puuid)
               let one = new TrueGame(friends[seat.Person.Puuid], game, seat)
               where CanBeFound(one)
               select one,
        ];
    }

    /// <summary>Every game of every friend that can be found at all: a custom game is listed nowhere, so that a streamer's cannot.</summary>
    public ImmutableArray<TrueGame> All { get; }

    /// <summary>Whether the spectator told the game from its beginning on.</summary>
    public bool IsShown(TrueGame one) =>
        !one.Friend.IsStreamer && !_outages.Any(outage => outage.Route == one.Game.Platform && one.Game.OpenedAt < outage.To && one.Game.EndedAt > outage.From);

    /// <summary>When the match was there to be asked for, outages considered.</summary>
    public DateTimeOffset AvailableAt(TrueGame one)
    {
        var region = RiotRoutes.RegionOf(one.Game.Platform);
        var during = _outages.FirstOrDefault(outage => outage.Route == region && one.Game.ListedAt >= outage.From && one.Game.ListedAt < outage.To);
        return during.Route is null ? one.Game.ListedAt : during.To;
    }

    /// <summary>Whether the match might have been asked for while Riot's servers did not answer.</summary>
    public bool MetOutage(TrueGame one) =>
        _outages.Any(outage => outage.Route == RiotRoutes.RegionOf(one.Game.Platform) && one.Game.OpenedAt < outage.To && one.Game.ListedAt.AddHours(1) > outage.From);

    /// <summary>How long one round of questions takes: everybody on the platform who is not in a game, once for each product, at what the lane may ask; the mean over the beginnings of games.</summary>
    /// <param name="platform">Where.</param>
    /// <param name="perSecond">What the lane may ask.</param>
    public double RoundSeconds(string platform, double perSecond)
    {
        var friends = _week.Friends.Where(friend => friend.Platform == platform).Select(friend => friend.Person).ToList();
        return _week.Games.Where(game => game.Platform == platform).Average(game => friends.Count(friend => !Plays(friend, game.OpenedAt)) * CallsEach / perSecond);
    }

    private bool Plays(Person person, DateTimeOffset at) =>
        _week.Running(person, Products.League, at) is not null || _week.Running(person, Products.Tactics, at) is not null;

    private bool CanBeFound(TrueGame one) => one.Game.IsListed || IsShown(one);
}
