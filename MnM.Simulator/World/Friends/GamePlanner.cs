using System.Collections.Immutable;
using MnM.Simulator.World.People;
using MnM.Simulator.World.Tactics;
using MnM.Simulator.World.Writing;

namespace MnM.Simulator.World.Friends;

/// <summary>Plans single games: of which queue, with whom, how long, and what becomes of them.</summary>
internal sealed class GamePlanner(Random random, WeekPeople people, FriendsWeekOptions options)
{
    private const long FirstGame = 7_700_000_000;
    private const int IdsASecond = 100;
    private const int Swiftplay = 480;
    private const int Mayhem = 2400;
    private readonly HashSet<long> _ids = [];

    /// <summary>A game of League of Legends that is there from that time on.</summary>
    public FriendGame PlanLeague(ImmutableArray<Friend> party, DateTimeOffset at)
    {
        var (platform, startedAt, fate) = (party[0].Platform, at.AddMilliseconds(random.Next(25_000, 55_000)), Fate());
        var game = new FriendGame
        {
            GameId = IdAt(at),
            Product = Products.League,
            Platform = platform,
            QueueId = Queue(fate, party.Length),
            Fate = fate,
            Seats = [.. Sides(party, platform).Select(person => new FriendSeat(person, 0, false, 0))],
            OpenedAt = at,
            StartedAt = startedAt,
            Duration = default,
            ListedAt = default,
        };
        var plan = game.Plan();
        var duration = Length(game, plan.Duration);
        return game with
        {
            Seats = [.. plan.Draft.Players.Select(player => new FriendSeat(player.Member, player.Champion.Id, player.Team == plan.Winner, 0))],
            Duration = duration,
            ListedAt = startedAt + duration + Delay(),
        };
    }

    /// <summary>A game of Teamfight Tactics that is there from that time on.</summary>
    public FriendGame PlanTactics(ImmutableArray<Friend> party, DateTimeOffset at)
    {
        var (platform, startedAt) = (party[0].Platform, at.AddMilliseconds(random.Next(8_000, 20_000)));
        Person[] seats = [.. party.Select(friend => friend.Person), .. Strangers(platform, 8 - party.Length)];
        random.Shuffle(seats);
        var game = new FriendGame
        {
            GameId = IdAt(at),
            Product = Products.Tactics,
            Platform = platform,
            QueueId = 0,
            Fate = GameFate.Played,
            Seats = [.. seats.Select(person => new FriendSeat(person, 0, false, 0))],
            OpenedAt = at,
            StartedAt = startedAt,
            Duration = default,
            ListedAt = default,
        };
        var match = new TacticsMatch(game.Board(), platform);
        var places = match.Ranking;
        return game with
        {
            QueueId = match.QueueId,
            Seats = [.. seats.Select(person => (person, place: places.IndexOf(person) + 1)).Select(one => new FriendSeat(one.person, 0, one.place <= 4, one.place))],
            Duration = match.Length,
            ListedAt = startedAt + match.Length + Delay(),
        };
    }

    /// <summary>Numbers grow with the time, as Riot's do.</summary>
    private long IdAt(DateTimeOffset time)
    {
        var id = FirstGame + ((long)(time - options.Start).TotalSeconds * IdsASecond);
        while (!_ids.Add(id))
        {
            id++;
        }

        return id;
    }

    /// <summary>Of a hundred games of League of Legends about three are private and one breaks off: of all games three.</summary>
    private GameFate Fate() => random.Next(1_000) switch
    {
        < 27 => GameFate.Private,
        < 40 => GameFate.Aborted,
        < 60 => GameFate.Custom,
        < 80 => GameFate.Remade,
        < 83 => GameFate.Missing,
        _ => GameFate.Played,
    };

    private int Queue(GameFate fate, int party) => fate switch
    {
        GameFate.Custom => 0,
        GameFate.Private => random.Pick([Swiftplay, Mayhem]),
        _ => party <= 2 ? random.Pick([420, 420, 420, 440, 400]) : party is 3 or 5 ? random.Pick([440, 440, 400]) : 400,
    };

    private TimeSpan Length(FriendGame game, TimeSpan planned) => game switch
    {
        { Fate: GameFate.Remade } => TimeSpan.FromMilliseconds(random.Next(190_000, 270_000)),
        { Fate: GameFate.Aborted } => TimeSpan.FromMilliseconds(random.Next(300_000, 1_200_000)),
        { QueueId: Mayhem } => TimeSpan.FromMilliseconds(random.Next(720_000, 1_320_000)),
        _ => planned,
    };

    /// <summary>How long after a game its match appears: mostly a minute or two, now and then an hour.</summary>
    private TimeSpan Delay() => options.Slowness * TimeSpan.FromSeconds(random.Next(100) switch
    {
        < 85 => random.Next(30, 150),
        < 97 => random.Next(150, 600),
        _ => random.Next(600, 5_400),
    });

    /// <summary>Ten people, blue before red; the party is on one side.</summary>
    private ImmutableArray<Person> Sides(ImmutableArray<Friend> party, string platform)
    {
        Person[] own = [.. party.Select(friend => friend.Person), .. Strangers(platform, 5 - party.Length)];
        random.Shuffle(own);
        var others = Strangers(platform, 5);
        return random.Next(2) == 0 ? [.. own, .. others] : [.. others, .. own];
    }

    private ImmutableArray<Person> Strangers(string platform, int count) => [.. Enumerable.Range(0, count).Select(_ => people.NextStranger(platform))];
}
