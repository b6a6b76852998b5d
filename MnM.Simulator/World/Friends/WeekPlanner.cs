using System.Collections.Immutable;

namespace MnM.Simulator.World.Friends;

/// <summary>Lays out who sits down with whom and when, game after game in the order of time; a friend who plays already is not asked.</summary>
internal sealed class WeekPlanner
{
    private const int SessionsADay = 3;
    private const int LongestSession = 7;
    private const double PlaysThen = 0.75;
    private const double PlaysTactics = 0.25;
    private const double AsksFriends = 0.45;
    private const double GoesOnAtOnce = 0.45;
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(10);

    private readonly Random _random;
    private readonly ImmutableArray<Friend> _friends;
    private readonly GamePlanner _planner;
    private readonly DateTimeOffset _end;
    private readonly PriorityQueue<Session, (DateTimeOffset At, int Order)> _due = new();
    private readonly HashSet<Friend> _playing = [];
    private int _order;

    private WeekPlanner(FriendsWeekOptions options, WeekPeople people)
    {
        _random = new Random(unchecked((options.Seed * 1_000_003) + 7));
        (_friends, _planner) = (people.Friends, new GamePlanner(_random, people, options));
        _end = options.Start.AddDays(options.Days);
        for (var day = 0; day < options.Days; day++)
        {
            foreach (var friend in _friends.SelectMany(friend => Enumerable.Repeat(friend, SessionsADay)).Where(_ => _random.NextDouble() < PlaysThen))
            {
                Add(new Session(friend), options.Start.AddDays(day) + TimeOfDay());
            }
        }
    }

    /// <summary>All games, in the order in which they are there.</summary>
    public static ImmutableArray<FriendGame> Plan(FriendsWeekOptions options, WeekPeople people) => [.. new WeekPlanner(options, people).Games()];

    private IEnumerable<FriendGame> Games()
    {
        while (_due.TryDequeue(out var session, out var due))
        {
            if (session.Party.IsEmpty && !Begin(session))
            {
                continue;
            }

            if (session.Left == 0 || due.At >= _end)
            {
                _playing.ExceptWith(session.Party);
                continue;
            }

            var game = session.IsTactics ? _planner.PlanTactics(session.Party, due.At) : _planner.PlanLeague(session.Party, due.At);
            session.Left--;
            Add(session, game.EndedAt + (_random.NextDouble() < GoesOnAtOnce ? AtOnce : TimeSpan.FromSeconds(_random.Next(60, 900))));
            yield return game;
        }
    }

    private void Add(Session session, DateTimeOffset at) => _due.Enqueue(session, (at, _order++));

    /// <summary>From the morning on, most in the evening.</summary>
    private TimeSpan TimeOfDay() => TimeSpan.FromSeconds((int)(3_600 * (8 + (15 * Math.Max(_random.NextDouble(), _random.NextDouble())))));

    /// <summary>Finds the party; false where the host plays with others.</summary>
    private bool Begin(Session session)
    {
        if (_playing.Contains(session.Host))
        {
            return false;
        }

        session.Party = Party(session.Host);
        session.IsTactics = _random.NextDouble() < PlaysTactics;
        session.Left = _random.Next(1, LongestSession + 1);
        _playing.UnionWith(session.Party);
        return true;
    }

    private ImmutableArray<Friend> Party(Friend host)
    {
        if (_random.NextDouble() >= AsksFriends)
        {
            return [host];
        }

        Friend[] free = [.. _friends.Where(friend => friend.Circle == host.Circle && friend != host && !_playing.Contains(friend))];
        _random.Shuffle(free);
        return [host, .. free.Take(_random.Next(10) switch { < 6 => 1, < 9 => 2, _ => 4 })];
    }

    private sealed class Session(Friend host)
    {
        public Friend Host => host;

        /// <summary>Empty until it begins.</summary>
        public ImmutableArray<Friend> Party { get; set; } = [];

        public bool IsTactics { get; set; }

        /// <summary>Games that are still to be played.</summary>
        public int Left { get; set; }
    }
}
