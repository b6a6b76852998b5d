using System.Collections.Immutable;
using MnM.Collector.Live;

namespace MnM.Web.Live;

/// <summary>A figure of the local player's champion with its name.</summary>
internal sealed record MineStat(string Name, string Value)
{
    /// <summary>Ten figures in fixed places, two beside each other.</summary>
    public static ImmutableArray<MineStat> Of(ChampionStats stats) =>
    [
        new("Ability power", Figures.Whole(stats.AbilityPower)),
        new("Attack damage", Figures.Whole(stats.AttackDamage)),
        new("Ability haste", Figures.Whole(stats.AbilityHaste)),
        new("Armour", Figures.Whole(stats.Armor)),
        new("Magic resist", Figures.Whole(stats.MagicResist)),
        new("Move speed", Figures.Whole(stats.MoveSpeed)),
        new("Health", Figures.Whole(stats.MaxHealth)),
        Resource(stats),
        Penetration(stats),
        new("Crit chance", Figures.Percent(stats.CritChance)),
    ];

    private static MineStat Resource(ChampionStats stats) => stats.ResourceType switch
    {
        "" or "NONE" => new("Attack speed", stats.AttackSpeed.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)),
        _ => new(Word(stats.ResourceType), Figures.Whole(stats.ResourceMax)),
    };

    // Riot tells what remains of the other's resistance: 0.92 is 8 % penetration. Shown is the kind that this champion has more of.
    private static MineStat Penetration(ChampionStats stats)
    {
        var (magic, armour) = (1 - stats.MagicPenetrationPercent, 1 - stats.ArmorPenetrationPercent);
        return stats.PhysicalLethality + (armour * 100) > stats.MagicPenetrationFlat + (magic * 100)
            ? new("Armour pen.", Sum(stats.PhysicalLethality, armour))
            : new("Magic pen.", Sum(stats.MagicPenetrationFlat, magic));
    }

    private static string Sum(double flat, double share) => Math.Round(share * 100) > 0
        ? flat >= 1 ? $"{Figures.Whole(flat)} + {Figures.Percent(share)}" : Figures.Percent(share)
        : Figures.Whole(flat);

    private static string Word(string riot) => char.ToUpperInvariant(riot[0]) + riot[1..].ToLowerInvariant().Replace('_', ' ');
}
