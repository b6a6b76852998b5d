using System.Collections.Immutable;
using MnM.Simulator.StaticData;

namespace MnM.Simulator.World.Writing;

/// <summary>Which champions are played where, and how they fight there.</summary>
internal static class ChampionPool
{
    private static readonly Dictionary<string, Champion> ByAlias = StaticCatalog.Champions.ToDictionary(champion => champion.Alias);

    private static readonly (Role Role, Archetype Archetype, string Aliases)[] Rows =
    [
        (Role.Top, Archetype.Fighter, "Aatrox Ambessa Camille Darius Fiora Garen Illaoi Irelia Jax Olaf Renekton Riven Sett Yorick"),
        (Role.Top, Archetype.MagicFighter, "Gwen Mordekaiser Rumble Kennen"),
        (Role.Top, Archetype.Tank, "Malphite Ornn Shen Sion KSante Chogath DrMundo"),
        (Role.Top, Archetype.OnHitMarksman, "Vayne Quinn"),
        (Role.Jungle, Archetype.Fighter, "LeeSin Vi JarvanIV XinZhao Viego MonkeyKing Hecarim Belveth Warwick"),
        (Role.Jungle, Archetype.MagicFighter, "Diana Lillia Gwen"),
        (Role.Jungle, Archetype.MagicAssassin, "Ekko Evelynn Fiddlesticks"),
        (Role.Jungle, Archetype.Assassin, "Khazix Nocturne Talon Naafiri Kayn"),
        (Role.Jungle, Archetype.Tank, "Amumu Sejuani Zac Maokai Rammus"),
        (Role.Jungle, Archetype.Marksman, "Graves Kindred"),
        (Role.Middle, Archetype.Mage, "Ahri Orianna Syndra Viktor Hwei Lux Vex Xerath Anivia Azir Malzahar Veigar TwistedFate Aurora Mel"),
        (Role.Middle, Archetype.MagicAssassin, "Akali Katarina Leblanc Fizz Kassadin Sylas"),
        (Role.Middle, Archetype.Assassin, "Zed Talon Qiyana Naafiri"),
        (Role.Middle, Archetype.Fighter, "Yasuo Yone"),
        (Role.Middle, Archetype.Tank, "Galio"),
        (Role.Bottom, Archetype.Marksman, "Jinx Caitlyn Jhin Ezreal Lucian Xayah Draven Sivir Tristana MissFortune Aphelios Samira Smolder Zeri Yunara"),
        (Role.Bottom, Archetype.OnHitMarksman, "Kaisa Kalista Vayne Varus KogMaw Ashe Twitch"),
        (Role.Utility, Archetype.Enchanter, "Lulu Nami Janna Milio Soraka Sona Seraphine Renata Yuumi"),
        (Role.Utility, Archetype.Guardian, "Thresh Leona Nautilus Braum Alistar Rell Blitzcrank Rakan Bard"),
        (Role.Utility, Archetype.SupportMage, "Brand Zyra Morgana Velkoz Neeko Swain"),
        (Role.Utility, Archetype.Assassin, "Pyke"),
    ];

    /// <summary>All champions of one role; unknown aliases fail loudly when the type is first used.</summary>
    public static ImmutableArray<(Champion Champion, Archetype Archetype)> For(Role role) => Pools[role];

    private static readonly Dictionary<Role, ImmutableArray<(Champion Champion, Archetype Archetype)>> Pools = Rows
        .SelectMany(row => row.Aliases.Split(' ').Select(alias => (row.Role, Champion: ByAlias[alias], row.Archetype)))
        .GroupBy(entry => entry.Role)
        .ToDictionary(group => group.Key, group => group.Select(entry => (entry.Champion, entry.Archetype)).ToImmutableArray());
}
