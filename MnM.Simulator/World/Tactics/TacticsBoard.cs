using System.Collections.Immutable;
using MnM.Simulator.StaticData;
using MnM.Simulator.World.Writing;

namespace MnM.Simulator.World.Tactics;

/// <summary>What somebody had on the board at the end: units of one leading trait and others beside them.</summary>
internal sealed record TacticsBoard(int Level, ImmutableArray<TacticsBoard.Fielded> Units)
{
    /// <summary>How many steps a trait has.</summary>
    public const int Steps = 3;

    private const int UnitsAStep = 2;

    /// <summary>A unit with its stars and its items.</summary>
    internal sealed record Fielded(TacticsUnit Unit, int Stars, ImmutableArray<string> Items);

    /// <summary>A trait with how many units bring it and which of its steps that reaches.</summary>
    internal sealed record Active(string Name, int Units)
    {
        public int Tier => Math.Min(Steps, Units / UnitsAStep);
    }

    public IEnumerable<Active> Traits => Units.SelectMany(one => one.Unit.Traits).GroupBy(name => name).Select(group => new Active(group.Key, group.Count()));

    /// <summary>How far it carries; dear units, stars, items and complete traits count.</summary>
    public double Strength => Units.Sum(one => (one.Unit.Cost * 0.5) + (one.Stars * 1.2) + (one.Items.Length * 0.8)) + Traits.Sum(trait => trait.Tier * trait.Tier);

    public static TacticsBoard Draw(Random random)
    {
        var level = random.Pick([7, 8, 8, 8, 9, 9]);
        var leading = random.Pick(TacticsUnit.AllTraits);
        TacticsUnit[] pool = [.. TacticsUnit.All.Where(unit => unit.Cost <= level - 3)];
        random.Shuffle(pool);
        var carries = random.Next(2, 4);
        return new TacticsBoard(level,
        [
            .. pool.OrderByDescending(unit => unit.Traits.Contains(leading)).Take(level).OrderByDescending(unit => unit.Cost)
                .Select((unit, place) => new Fielded(unit, Stars(random, unit), place < carries ? Draw(random, random.Next(1, 4)) : [])),
        ]);
    }

    private static int Stars(Random random, TacticsUnit unit) => random.Next(10) switch { < 2 => 1, < 8 => 2, _ => unit.Cost < 4 ? 3 : 2 };

    private static ImmutableArray<string> Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.Pick(TacticsItem.All).Id)];
}
