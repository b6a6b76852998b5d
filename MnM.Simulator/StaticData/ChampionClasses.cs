namespace MnM.Simulator.StaticData;

/// <summary>The class of each champion, as Data Dragon's first tag names it; who is not listed is a mage.</summary>
internal static class ChampionClasses
{
    private static readonly Dictionary<string, string> ByAlias = new (string Class, string Aliases)[]
    {
        ("Assassin", "Akali Akshan Ekko Elise Evelynn Fizz Kassadin Katarina Khazix Leblanc Naafiri Nidalee Nocturne Pyke Qiyana Rengar Shaco Talon Zed"),
        ("Fighter", """
            Aatrox Ambessa Belveth Briar Camille Darius Diana Fiora Gangplank Garen Gnar Gwen Hecarim Illaoi Irelia JarvanIV Jax Kayn Kled LeeSin Lillia
            MasterYi Mordekaiser MonkeyKing Nasus Olaf Pantheon RekSai Renekton Riven Rumble Sett Shyvana Trundle Tryndamere Udyr Urgot Vi Viego Volibear
            Warwick XinZhao Yasuo Yone Yorick Zaahen
            """),
        ("Marksman", """
            Aphelios Ashe Caitlyn Corki Draven Ezreal Graves Jayce Jhin Jinx Kaisa Kalista Kindred KogMaw Lucian MissFortune Nilah Quinn Samira Sivir Smolder
            Teemo Tristana Twitch Varus Vayne Xayah Yunara Zeri
            """),
        ("Support", "Bard Ivern Janna Karma Lulu Milio Nami Rakan Renata Senna Seraphine Sona Soraka Taric Yuumi Zilean"),
        ("Tank", """
            Alistar Amumu Blitzcrank Braum Chogath DrMundo Galio Gragas KSante Leona Malphite Maokai Nautilus Nunu Ornn Poppy Rammus Rell Sejuani Shen Singed
            Sion Skarner TahmKench Thresh Zac
            """),
    }
        .SelectMany(row => row.Aliases.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(alias => (alias, row.Class)))
        .ToDictionary(entry => entry.alias, entry => entry.Class);

    public static IEnumerable<string> KnownAliases => ByAlias.Keys;

    public static string Of(string alias) => ByAlias.GetValueOrDefault(alias, "Mage");
}
