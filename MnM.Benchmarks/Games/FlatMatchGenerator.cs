using System.Collections.Immutable;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;

namespace MnM.Benchmarks.Games;

/// <summary>Makes rows of matches by a seed, as many as one likes: about nine units a board, as in real ones, each unit with items that people like on it more than others.</summary>
/// <param name="seed">The same one makes the same matches.</param>
/// <param name="units">How many there are; codes begin at 1.</param>
/// <param name="items">The same.</param>
/// <param name="traits">The same.</param>
internal sealed class FlatMatchGenerator(int seed, int units = 65, int items = 45, int traits = 28)
{
    private const int SecondsOfDay = 24 * 3600;
    private const int MostItems = 3;

    /// <summary>The first day of matches; the later ones end within two weeks of it.</summary>
    private static readonly DateTimeOffset First = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Random _random = new(seed);
    private int _made;

    /// <summary>Matches of a patch.</summary>
    public IEnumerable<FlatMatch> Make(int count, Patch patch, int set = 18)
    {
        for (var i = 0; i < count; i++)
        {
            yield return Next(patch, set);
        }
    }

    private FlatMatch Next(Patch patch, int set)
    {
        var number = ++_made;
        var at = First.AddSeconds(_random.Next(14 * SecondsOfDay));
        var (platform, queue) = (1 + Few(5), _random.Next(20) switch { 0 => 1160, 1 => 1090, _ => 1100 });
        var places = Enumerable.Range(1, 8).ToArray();
        _random.Shuffle(places);

        // A match of few has been seen; and a match in which nobody of a ladder sat is usual.
        var (boards, hasLadder) = (_random.Next(50) == 0 ? _random.Next(2, 8) : 8, _random.Next(5) < 3);
        return new($"P{platform}_{number}", number, platform, at, patch, set, queue, [.. places.Take(boards).Select(place => Board(place, hasLadder))]);
    }

    private FlatBoard Board(int place, bool hasLadder)
    {
        var level = _random.Next(6, 11);
        ImmutableArray<FlatUnit> present = [.. Enumerable.Range(0, level + _random.Next(3)).Select(Unit)];
        ImmutableArray<FlatTrait> active = [.. Enumerable.Range(0, _random.Next(5, 11)).Select(_ => 1 + Few(traits)).Distinct().Select(Trait)];
        LadderStanding? standing = hasLadder && _random.Next(3) > 0
            ? new((TftTier)_random.Next(1, 4), _random.Next(1_200), TimeSpan.FromMinutes(_random.Next(2_000)))
            : null;
        return new(place, level, 20 + (8 - place) * 2 + _random.Next(4), _random.Next(60), standing, present, active, FlatMatchMaker.CompOf(present, active));
    }

    private FlatUnit Unit(int slot)
    {
        // The first two of a board carry it.
        var (unit, count) = (1 + Few(units), slot < 2 ? MostItems : _random.Next(6) switch { 0 => 1, 1 => 2, 2 => MostItems, _ => 0 });
        var liked = unit * 7;
        return new(unit, 1 + Few(3), _random.Next(5) switch { 4 => 6, var rarity => rarity }, [.. Enumerable.Range(0, count).Select(_ => 1 + ((liked + Few(items)) % items)).Order()]);
    }

    private FlatTrait Trait(int trait) => new(trait, _random.Next(1, 8), _random.Next(5), _random.Next(4));

    /// <summary>A number below another, small ones more often.</summary>
    private int Few(int below)
    {
        var chance = _random.NextDouble();
        return (int)(chance * chance * below);
    }
}
