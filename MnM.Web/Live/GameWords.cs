using System.Globalization;
using MnM.Collector.Live;
using MnM.Collector.StaticData;

namespace MnM.Web.Live;

/// <summary>Riot's words for modes, maps, positions and dragons as players say them. Unknown ones stay as Riot calls them.</summary>
internal static class GameWords
{
    /// <summary>Riot's number of Summoner's Rift, the only map with lanes, dragons and a Baron.</summary>
    public const int SummonersRift = 11;

    /// <summary>The five positions in the order of the scoreboard.</summary>
    public static IReadOnlyList<string> Positions { get; } = ["TOP", "JUNGLE", "MIDDLE", "BOTTOM", "UTILITY"];

    /// <summary>What to say where none of them was named.</summary>
    public static string PositionFault { get; } = $"role is one of {string.Join(", ", Positions)}.";

    /// <summary>A position in whatever letters; null of another word.</summary>
    public static string? ReadPosition(string text) => Positions.FirstOrDefault(position => position.Equals(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Mode and map, without saying the same thing twice.</summary>
    public static string ModeAndMap(LiveView game) => ModeAndMap(game.GameMode, game.MapNumber, game.MapName);

    /// <inheritdoc cref="ModeAndMap(LiveView)" />
    public static string ModeAndMap(string gameMode, int mapNumber, string mapName)
    {
        var (mode, map) = (Mode(gameMode), Map(mapNumber, mapName));
        return mode == map || mode == "Arena" || mapNumber == 0 ? mode : $"{mode} · {map}";
    }

    /// <summary>The mode's name.</summary>
    public static string Mode(string mode) => mode switch
    {
        "CLASSIC" => "Summoner’s Rift",
        "ARAM" => "ARAM",
        "KIWI" => "ARAM Mayhem",
        "URF" => "URF",
        "ARURF" => "ARURF",
        "SNOWURF" => "Snow Battle ARURF",
        "CHERRY" => "Arena",
        "PRACTICETOOL" => "Practice tool",
        "TUTORIAL" or "TUTORIAL_MODULE_1" or "TUTORIAL_MODULE_2" or "TUTORIAL_MODULE_3" => "Tutorial",
        "ULTBOOK" => "Ultimate Spellbook",
        "NEXUSBLITZ" => "Nexus Blitz",
        "ONEFORALL" => "One for All",
        "DOOMBOTSTEEMO" => "Doom Bots",
        "STRAWBERRY" => "Swarm",
        "SWIFTPLAY" => "Swiftplay",
        "KINGPORO" => "Legend of the Poro King",
        "ASSASSINATE" => "Blood Moon",
        "" => "Unknown mode",
        _ => mode,
    };

    /// <summary>The queue's name, by Riot's number: the one players use, else that of Riot's list; empty where there is no queue.</summary>
    public static string Queue(int id, bool isCustom, StaticCatalog catalog) => id switch
    {
        _ when isCustom => "Custom game",
        0 => "",
        400 => "Normal Draft",
        420 => "Ranked Solo",
        430 => "Normal Blind",
        440 => "Ranked Flex",
        450 => "ARAM",
        480 => "Swiftplay",
        490 => "Quickplay",
        700 => "Clash",
        720 => "ARAM Clash",
        830 or 840 or 850 or 870 or 880 or 890 => "Co-op vs. AI",
        900 => "ARURF",
        1020 => "One for All",
        1300 => "Nexus Blitz",
        1400 => "Ultimate Spellbook",
        1700 or 1710 => "Arena",
        1900 => "URF",
        2400 => "ARAM Mayhem",
        _ => catalog.Constants.Queues.TryGetValue(id, out var queue) ? queue.Name : Invariant($"Queue {id}"),
    };

    /// <summary>The map's name.</summary>
    public static string Map(int number, string name) => number switch
    {
        SummonersRift => "Summoner’s Rift",
        12 => "Howling Abyss",
        14 => "Butcher’s Bridge",
        21 => "Nexus Blitz",
        30 => "Arena",
        _ => name.Length > 0 ? name : Invariant($"Map {number}"),
    };

    /// <summary>The position's name; empty where there is none.</summary>
    public static string Position(string position) => position switch
    {
        "TOP" => "Top",
        "JUNGLE" => "Jungle",
        "MIDDLE" => "Mid",
        "BOTTOM" => "Bottom",
        "UTILITY" => "Support",
        "NONE" or "Invalid" => "",
        _ => position,
    };

    /// <summary>The position's drawing.</summary>
    public static string PositionIcon(string position) => position switch
    {
        "TOP" => "top",
        "JUNGLE" => "jng",
        "MIDDLE" => "mid",
        "BOTTOM" => "bot",
        "UTILITY" => "sup",
        _ => "dia",
    };

    /// <summary>The kind of a dragon in a word.</summary>
    public static string Dragon(string? kind) => kind switch
    {
        "Fire" => "infernal dragon",
        "Water" => "ocean dragon",
        "Earth" => "mountain dragon",
        "Air" => "cloud dragon",
        "Hextech" => "hextech dragon",
        "Chemtech" => "chemtech dragon",
        "Elder" => "elder dragon",
        null or "" => "dragon",
        _ => $"{kind} dragon",
    };

    /// <summary>The kind of a dragon as a drawing.</summary>
    public static string DragonIcon(string? kind) => kind switch
    {
        "Fire" => "infernal",
        "Water" => "ocean",
        "Earth" => "mountain",
        "Air" => "cloud",
        "Hextech" => "hextech",
        "Chemtech" => "chemtech",
        _ => "dragon",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
