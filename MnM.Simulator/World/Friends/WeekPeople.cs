using System.Collections.Immutable;
using MnM.Simulator.World.People;

namespace MnM.Simulator.World.Friends;

/// <summary>The friends, in circles of five, and the strangers whom they meet. Nobody of them plays anything else: they are not among the people of their platform.</summary>
internal sealed class WeekPeople
{
    private const int InCircle = 5;

    /// <summary>Every so many circles play elsewhere.</summary>
    private const int ElsewhereEvery = 6;

    /// <summary>Names that follow each other in the list begin alike: this many further on both words are others.</summary>
    private const int NameStep = 41;

    private readonly List<(string Platform, Person Person)> _strangers = [];
    private readonly Dictionary<string, Queue<Person>> _waiting = [];

    public WeekPeople(FriendsWeekOptions options)
    {
        if (options.Friends > Names.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(options), $"There are names for {Names.Count} friends.");
        }

        int[] order = [.. Enumerable.Range(0, options.Friends)];
        new Random(options.Seed).Shuffle(order);
        var streamers = order[..(int)Math.Round(options.Friends * options.Streamers)];
        Friends =
        [
            .. Enumerable.Range(0, options.Friends).Select(number => new Friend(
                Person.Of(Names.RiotId(number * NameStep % Names.Count, "mates")),
                number / InCircle % ElsewhereEvery == ElsewhereEvery - 1 ? "eun1" : Population.Home,
                number / InCircle,
                streamers.Contains(number))),
        ];
    }

    public ImmutableArray<Friend> Friends { get; }

    /// <summary>Everybody who has been in a game so far, and every friend.</summary>
    public IEnumerable<(string Platform, Person Person)> All => Friends.Select(friend => (friend.Platform, friend.Person)).Concat(_strangers);

    /// <summary>Whoever was not met for longest: hours ago.</summary>
    public Person NextStranger(string platform)
    {
        if (!_waiting.TryGetValue(platform, out var waiting))
        {
            _waiting[platform] = waiting = new Queue<Person>(Enumerable.Range(0, Names.Count).Select(number => Person.Of(Names.RiotId(number, $"P{platform}"))));
            _strangers.AddRange(waiting.Select(person => (platform, person)));
        }

        var next = waiting.Dequeue();
        waiting.Enqueue(next);
        return next;
    }
}
