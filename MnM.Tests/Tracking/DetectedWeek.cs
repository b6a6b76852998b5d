using MnM.Collector.Riot;
using MnM.Collector.Tracking;
using MnM.Collector.Tracking.Detection;
using MnM.Simulator.World.Friends;
using MnM.Simulator.World.People;

namespace MnM.Tests.Tracking;

/// <summary>The plan of detection alone through a week of friends: every question is answered at once and nothing fails.</summary>
internal sealed class DetectedWeek(FriendsWeek week, int questions)
{
    private const double CallsEach = 2;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UntilCompleted = TimeSpan.FromSeconds(45);

    private readonly Watcher[] _watchers = [.. week.Friends.Select((friend, place) => new Watcher(place + 1, friend))];

    /// <summary>How long each game took to be found: seconds since it was to be seen, and the same in rounds of questions about all who were not in a game then.</summary>
    public List<(double Seconds, double Rounds)> Found { get; } = [];

    /// <summary>Games that were to be seen and were not.</summary>
    public int Missed { get; private set; }

    public double Seconds(double share) => Found.Select(one => one.Seconds).Order().ElementAt((int)Math.Ceiling(share * Found.Count) - 1);

    public double Rounds(double share) => Found.Select(one => one.Rounds).Order().ElementAt((int)Math.Ceiling(share * Found.Count) - 1);

    public void Pass(DateTimeOffset from, DateTimeOffset to)
    {
        // Not on the minute: games of the week begin there too.
        for (var now = from.AddSeconds(11); now < to; now += Interval)
        {
            foreach (var platform in _watchers.GroupBy(watcher => watcher.Friend.Platform))
            {
                Look([.. platform], now);
            }
        }

        var shown = week.Games.Where(game => game.OpenedAt > from && game.OpenedAt < to)
            .Sum(game => _watchers.Count(watcher => !watcher.Friend.IsStreamer && game.Find(watcher.Friend.Person) is not null));
        Missed = shown - Found.Count;
    }

    private void Look(Watcher[] platform, DateTimeOffset now)
    {
        var plan = DetectionPlan.Of([.. platform.SelectMany(watcher => Enum.GetValues<RiotProduct>().Select(product => watcher.StateOf(product, now)))], questions, Interval);
        var (left, seen) = (questions, new HashSet<Watcher>());
        foreach (var watch in plan.Order)
        {
            var watcher = _watchers[watch.PlayerId - 1];
            if (left > 0 && !seen.Contains(watcher))
            {
                left--;
                watcher.Asked[watch.Product] = now;
                Answer(platform, watcher, watch.Product, seen, now);
            }
        }
    }

    private void Answer(Watcher[] platform, Watcher asked, RiotProduct product, HashSet<Watcher> seen, DateTimeOffset now)
    {
        if (asked.Friend.IsStreamer || week.Running(asked.Friend.Person, product == RiotProduct.League ? Products.League : Products.Tactics, now) is not { } running)
        {
            if (asked.GameOf(product, now) is { } over)
            {
                over.IsGone = true;
                asked.GoneAt[product] = now;
            }

            return;
        }

        foreach (var mate in platform.Where(mate => !mate.Friend.IsStreamer && running.Find(mate.Friend.Person) is not null))
        {
            if (mate.See(product, running, now))
            {
                var seconds = (now - running.OpenedAt).TotalSeconds;
                Found.Add((seconds, seconds / Round(platform, running.OpenedAt)));
            }

            seen.Add(mate);
        }
    }

    private double Round(Watcher[] platform, DateTimeOffset at) => Math.Max(1, platform.Count(watcher => !IsPlaying(watcher, at)) * CallsEach / questions) * Interval.TotalSeconds;

    private bool IsPlaying(Watcher watcher, DateTimeOffset at) =>
        week.Running(watcher.Friend.Person, Products.League, at) is not null || week.Running(watcher.Friend.Person, Products.Tactics, at) is not null;

    /// <summary>A game as MnM knows it.</summary>
    private sealed class Known(FriendGame game)
    {
        public FriendGame Game => game;

        public DateTimeOffset SeenAt { get; set; }

        public bool IsGone { get; set; }
    }

    /// <summary>A friend, and what MnM knows.</summary>
    private sealed class Watcher(long id, Friend friend)
    {
        private readonly Dictionary<RiotProduct, Known> _known = [];

        public Friend Friend => friend;

        public Dictionary<RiotProduct, DateTimeOffset> Asked { get; } = [];

        public Dictionary<RiotProduct, DateTimeOffset> GoneAt { get; } = [];

        /// <summary>The game that this friend is in, as far as is known.</summary>
        public Known? GameOf(RiotProduct product, DateTimeOffset now) =>
            _known.GetValueOrDefault(product) is { IsGone: false } known && known.Game.ListedAt + UntilCompleted > now ? known : null;

        /// <summary>Notes a game; answers whether it was not known.</summary>
        public bool See(RiotProduct product, FriendGame game, DateTimeOffset now)
        {
            var isNew = !_known.TryGetValue(product, out var known) || known.Game != game;
            if (isNew)
            {
                _known[product] = known = new Known(game);
            }

            (known!.SeenAt, known.IsGone) = (now, false);
            return isNew;
        }

        public WatchState StateOf(RiotProduct product, DateTimeOffset now)
        {
            var known = GameOf(product, now);
            var last = _known.GetValueOrDefault(product);
            var ended = last is null || known is not null ? (DateTimeOffset?)null
                : last.Game.ListedAt + UntilCompleted <= now ? last.Game.EndedAt
                : GoneAt.TryGetValue(product, out var gone) ? gone : null;
            return new WatchState(new Watch(id, product))
            {
                Waited = Asked.TryGetValue(product, out var asked) ? now - asked : null,
                Game = known is null ? null : new RunningGame(known.Game.MatchId, known.Game.QueueId, now - known.Game.StartedAt, now - known.SeenAt),
                PlaysOther = Enum.GetValues<RiotProduct>().Any(other => other != product && GameOf(other, now) is not null),
                SinceGame = ended is null ? null : now - ended,
                IsHidden = friend.IsStreamer && _known.Count == 0 && Asked.Count > 0,
            };
        }
    }
}
