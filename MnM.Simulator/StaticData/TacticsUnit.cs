using System.Collections.Immutable;

namespace MnM.Simulator.StaticData;

/// <summary>A champion of a Teamfight Tactics set: what it costs and which traits it has.</summary>
internal sealed record TacticsUnit(string Name, int Cost, ImmutableArray<string> Traits)
{
    private const string Rows = """
        1 Poppy Bastion Rascal|1 Kayle Arcanist Blade|1 Nasus Bruiser Blade|1 Jhin Gunner Outcast|1 Lillia Arcanist Rascal|1 Vi Bruiser Outcast
        2 Ahri Arcanist Rascal|2 Camille Blade Outcast|2 Nami Arcanist Tide|2 Shen Bastion Outcast|2 Tristana Gunner Rascal|2 Fizz Tide Rascal
        3 Jinx Gunner Outcast|3 Illaoi Bruiser Tide|3 Gwen Blade Arcanist|3 Leona Bastion Blade|3 Zoe Arcanist Rascal|3 Nautilus Bastion Tide
        4 Jayce Gunner Bastion|4 MissFortune Gunner Tide|4 Akali Blade Rascal|4 Sett Bruiser Bastion|4 Syndra Arcanist Outcast|4 Neeko Rascal Tide
        5 Aatrox Blade Bruiser|5 AurelionSol Arcanist Tide|5 Urgot Gunner Bruiser|5 Galio Bastion Arcanist
        """;

    public static ImmutableArray<TacticsUnit> All { get; } =
    [
        .. Rows.Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split(' '))
            .Select(words => new TacticsUnit(words[1], words[0][0] - '0', [.. words[2..]])),
    ];

    public static ImmutableArray<string> AllTraits { get; } = [.. All.SelectMany(unit => unit.Traits).Distinct()];

    /// <summary>As people call it.</summary>
    public string Text => StaticCatalog.Champions.First(champion => champion.Alias == Name).Name;

    /// <summary>Riot's own scale, which skips numbers.</summary>
    public int Rarity => Cost switch { 4 => 4, 5 => 6, _ => Cost - 1 };
}
