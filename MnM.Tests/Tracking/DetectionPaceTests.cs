using MnM.Collector.Riot;
using MnM.Collector.Tracking;
using MnM.Collector.Tracking.Detection;

namespace MnM.Tests.Tracking;

/// <summary>The plan of detection through three days of sixty friends who play in sessions and parties, on the limits of a personal key.</summary>
public sealed class DetectionPaceTests
{
    private const int Friends = 60;
    private const int Questions = 20;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Days = TimeSpan.FromDays(3);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Half_of_all_games_are_found_within_45_seconds_and_nearly_all_within_a_round(int seed)
    {
        var run = new Run(seed, Friends, Questions);
        run.Play(Days);

        // What a round would take if everybody who is not in a game were asked about both products in turn.
        var round = run.IdleOnAverage * 2 / Questions * Interval.TotalSeconds;
        var told = $"{run.Games} games of {Friends}, median {run.Quantile(0.5):0} s, slow {run.Quantile(0.99):0} s, round {round:0} s";
        Assert.True(run.Games > 500, told);
        Assert.True(run.Missed == 0, told);
        Assert.True(run.Quantile(0.5) <= 45, told);
        Assert.True(run.Quantile(0.99) <= 1.2 * round, told);
    }

    [Fact]
    public void Of_twelve_friends_nearly_all_games_are_found_within_a_minute()
    {
        var run = new Run(3, 12, Questions);
        run.Play(Days);
        Assert.True(run.Quantile(0.99) <= 60, $"{run.Quantile(0.99)} s");
    }

    private sealed class Run(int seed, int friends, int questions)
    {
        private readonly Random _random = new(seed);
        private readonly Person[] _people = [.. Enumerable.Range(1, friends).Select(id => new Person(id))];
        private readonly List<double> _latencies = [];
        private readonly List<Game> _games = [];
        private TimeSpan _now;
        private double _idle;
        private int _ticks;

        public int Games => _latencies.Count;

        public int Missed { get; private set; }

        public double IdleOnAverage => _idle / _ticks;

        public double Quantile(double share) => _latencies.Order().ElementAt((int)Math.Ceiling(share * _latencies.Count) - 1);

        public void Play(TimeSpan time)
        {
            for (; _now < time; _now += Interval, _ticks++)
            {
                StartSessions();
                Advance();
                Ask();
                _idle += _people.Count(person => person.Game is null);
            }
        }

        /// <summary>Evenings are busy: a party of one to five begins a session of one to six games.</summary>
        private void StartSessions()
        {
            var isEvening = _now.Hours is >= 17 and < 24;
            if (_random.NextDouble() > (isEvening ? 0.07 : 0.012))
            {
                return;
            }

            var party = _people.Where(person => person.IsFree).OrderBy(_ => _random.Next()).Take(_random.Next(1, 6)).ToList();
            if (party.Count > 0)
            {
                var product = _random.Next(4) == 0 ? RiotProduct.Tactics : RiotProduct.League;
                Begin(party, product, _now + TimeSpan.FromSeconds(_random.Next(30)), _random.Next(1, 7));
            }
        }

        private void Begin(List<Person> party, RiotProduct product, TimeSpan start, int left)
        {
            var game = new Game($"EUW1_{_games.Count}", product, start, start + TimeSpan.FromMinutes(_random.Next(product == RiotProduct.Tactics ? 22 : 17, 42)), party, left);
            _games.Add(game);
            foreach (var person in party)
            {
                person.Next = game;
            }
        }

        private void Advance()
        {
            foreach (var game in _games.Where(game => !game.IsOver).ToList())
            {
                if (game.End <= _now)
                {
                    game.IsOver = true;
                    Missed += game.People.Count(person => !game.Found.Contains(person.Id));
                    if (game.Left > 1)
                    {
                        Begin(game.People, game.Product, game.End + TimeSpan.FromSeconds(_random.Next(3) == 0 ? 10 : _random.Next(120, 600)), game.Left - 1);
                    }
                }
            }

            foreach (var person in _people)
            {
                person.Game = person.Next is { } next && next.Start <= _now && next.End > _now ? next : null;
                person.IsFree = person.Next is null || person.Next.IsOver;
            }
        }

        private void Ask()
        {
            var plan = DetectionPlan.Of([.. _people.SelectMany(person => Enum.GetValues<RiotProduct>().Select(product => StateOf(person, product)))], questions, Interval);
            var left = questions;
            foreach (var watch in plan.Order)
            {
                var person = _people[watch.PlayerId - 1];
                if (left == 0)
                {
                    return;
                }

                // Who was seen in somebody else's game in this round is spared.
                if (person.Known is null || person.SeenAt != _now)
                {
                    left--;
                    person.Asked[(int)watch.Product] = _now;
                    Answer(person, watch.Product);
                }
            }
        }

        private void Answer(Person person, RiotProduct product)
        {
            if (person.Game is { } game && game.Product == product)
            {
                foreach (var mate in game.People)
                {
                    if (game.Found.Add(mate.Id))
                    {
                        _latencies.Add((_now - game.Start).TotalSeconds);
                    }

                    mate.See(game, _now);
                }
            }
            else if (person.Known is { } known && known.Product == product)
            {
                foreach (var mate in known.People.Where(mate => mate.Known == known))
                {
                    mate.Lose(_now);
                }
            }
        }

        private WatchState StateOf(Person person, RiotProduct product) => new(new Watch(person.Id, product))
        {
            Waited = person.Asked[(int)product] is { } at ? _now - at : null,
            Game = person.Known is { } known && known.Product == product ? new RunningGame(known.Id, 420, _now - known.Start, _now - person.SeenAt) : null,
            PlaysOther = person.Known is { } other && other.Product != product,
            SinceGame = person.EndedAt[(int)product] is { } ended ? _now - ended : null,
        };
    }

    private sealed record Game(string Id, RiotProduct Product, TimeSpan Start, TimeSpan End, List<Person> People, int Left)
    {
        public HashSet<long> Found { get; } = [];

        public bool IsOver { get; set; }
    }

    private sealed class Person(long id)
    {
        public long Id => id;

        public Game? Next { get; set; }

        public Game? Game { get; set; }

        public bool IsFree { get; set; } = true;

        /// <summary>What MnM takes this person to play.</summary>
        public Game? Known { get; private set; }

        public TimeSpan SeenAt { get; private set; }

        public TimeSpan?[] Asked { get; } = new TimeSpan?[2];

        public TimeSpan?[] EndedAt { get; } = new TimeSpan?[2];

        public void See(Game game, TimeSpan now)
        {
            if (Known is { } other && other != game)
            {
                Lose(now);
            }

            (Known, SeenAt) = (game, now);
        }

        public void Lose(TimeSpan now)
        {
            EndedAt[(int)Known!.Product] = now;
            Known = null;
        }
    }
}
