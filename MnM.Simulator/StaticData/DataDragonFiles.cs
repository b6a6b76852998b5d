using System.Text.Json.Nodes;

namespace MnM.Simulator.StaticData;

/// <summary>The catalog in the shapes of Data Dragon's files.</summary>
internal static class DataDragonFiles
{
    public static readonly string[] Versions =
        ["16.18.1", "16.17.1", "16.16.1", "16.15.1", "16.14.1", "16.13.1", "16.12.1", "16.11.1", "16.10.1", "16.9.1", "16.8.1", "15.24.1"];

    public static readonly string[] Languages =
    [
        "en_US", "cs_CZ", "de_DE", "el_GR", "en_AU", "en_GB", "en_PH", "en_SG", "es_AR", "es_ES", "es_MX", "fr_FR", "hu_HU", "id_ID", "it_IT", "ja_JP",
        "ko_KR", "pl_PL", "pt_BR", "ro_RO", "ru_RU", "th_TH", "tr_TR", "vi_VN", "zh_CN", "zh_MY", "zh_TW",
    ];

    public static JsonObject Realm(string realm, string cdn) => new()
    {
        ["n"] = new JsonObject([.. ((string[])["item", "rune", "mastery", "summoner", "champion", "profileicon", "map", "language", "sticker"])
            .Select(name => KeyValuePair.Create(name, (JsonNode?)(name is "rune" or "mastery" ? "7.23.1" : StaticCatalog.Version)))]),
        ["v"] = StaticCatalog.Version,
        ["l"] = realm switch { "kr" => "ko_KR", "jp" => "ja_JP", "br" => "pt_BR", "euw" => "en_GB", _ => "en_US" },
        ["cdn"] = cdn,
        ["dd"] = StaticCatalog.Version,
        ["lg"] = StaticCatalog.Version,
        ["css"] = StaticCatalog.Version,
        ["profileiconmax"] = 28,
        ["store"] = null,
    };

    public static JsonObject Champions(string version) => new()
    {
        ["type"] = "champion",
        ["format"] = "standAloneComplex",
        ["version"] = version,
        ["data"] = new JsonObject([.. StaticCatalog.Champions
            .OrderBy(champion => champion.Alias, StringComparer.Ordinal)
                .Select(champion => KeyValuePair.Create(champion.Alias, (JsonNode?)Champion(champion, version)))]),
    };

    public static JsonObject Items(string version)
    {
        var into = StaticCatalog.Items.SelectMany(item => item.From.Distinct().Select(part => (part, item.Id))).ToLookup(pair => pair.part, pair => pair.Id);
        return new JsonObject
        {
            ["type"] = "item",
            ["version"] = version,
            ["basic"] = new JsonObject(),
            ["data"] = new JsonObject([.. StaticCatalog.Items.OrderBy(item => item.Id)
                .Select(item => KeyValuePair.Create($"{item.Id}", (JsonNode?)Item(item, into[item.Id])))]),
            ["groups"] = new JsonArray(),
            ["tree"] = new JsonArray(),
        };
    }

    public static JsonObject Spells(string version) => new()
    {
        ["type"] = "summoner",
        ["version"] = version,
        ["data"] = new JsonObject([.. StaticCatalog.Spells.Select(spell => KeyValuePair.Create(spell.Alias, (JsonNode?)Spell(spell)))]),
    };

    public static JsonArray Runes() => new([.. StaticCatalog.RuneTrees.Select(tree => (JsonNode)new JsonObject
    {
        ["id"] = tree.Id,
        ["key"] = tree.Key,
        ["icon"] = RuneIcons.Of(tree),
        ["name"] = tree.Name,
        ["slots"] = new JsonArray([.. Rows(tree)
            .Select(row => (JsonNode)new JsonObject { ["runes"] = new JsonArray([.. row.Select(rune => (JsonNode)Rune(tree, rune))]) })]),
    })]);

    private static IEnumerable<Rune[]> Rows(RuneTree tree) =>
        tree.Runes.Where(rune => !rune.Keystone).Chunk(3).Prepend([.. tree.Runes.Where(rune => rune.Keystone)]);

    private static JsonObject Rune(RuneTree tree, Rune rune) => new()
    {
        ["id"] = rune.Id,
        ["key"] = rune.Key,
        ["icon"] = RuneIcons.Of(tree, rune),
        ["name"] = rune.Name,
        ["shortDesc"] = "",
        ["longDesc"] = "",
    };

    private static JsonObject Champion(Champion champion, string version)
    {
        var tag = ChampionClasses.Of(champion.Alias);
        return new JsonObject
        {
            ["version"] = version,
            ["id"] = champion.Alias,
            ["key"] = $"{champion.Id}",
            ["name"] = champion.Name,
            ["title"] = $"{("AEIOU".Contains(tag[0]) ? "an" : "a")} {tag.ToLowerInvariant()} of the simulated Rift",
            ["blurb"] = "",
            ["info"] = new JsonObject { ["attack"] = 5, ["defense"] = 5, ["magic"] = 5, ["difficulty"] = 1 + champion.Id % 9 },
            ["image"] = Image($"{champion.Alias}.png", "champion"),
            ["tags"] = new JsonArray(tag),
            ["partype"] = champion.ResourceType,
            ["stats"] = Stats(tag),
        };
    }

    /// <summary>Plausible figures per class, not those of the champion.</summary>
    private static JsonObject Stats(string tag) => new()
    {
        ["hp"] = tag is "Tank" or "Fighter" ? 640 : 590,
        ["hpperlevel"] = 102,
        ["mp"] = 380,
        ["mpperlevel"] = 40,
        ["movespeed"] = 335,
        ["armor"] = tag is "Tank" or "Fighter" ? 36 : 26,
        ["armorperlevel"] = 4.5,
        ["spellblock"] = 31,
        ["spellblockperlevel"] = 1.5,
        ["attackrange"] = tag is "Mage" or "Marksman" or "Support" ? 550 : 150,
        ["hpregen"] = 6,
        ["hpregenperlevel"] = 0.6,
        ["mpregen"] = 8,
        ["mpregenperlevel"] = 0.6,
        ["crit"] = 0,
        ["critperlevel"] = 0,
        ["attackdamage"] = 59,
        ["attackdamageperlevel"] = 3,
        ["attackspeedperlevel"] = 2.5,
        ["attackspeed"] = 0.65,
    };

    private static JsonObject Item(Item item, IEnumerable<int> into)
    {
        var json = new JsonObject { ["name"] = item.Name, ["description"] = "", ["colloq"] = "", ["plaintext"] = "" };
        if (!item.From.IsEmpty)
            json["from"] = new JsonArray([.. item.From.Select(id => (JsonNode)$"{id}")]);
        if (into.Any())
            json["into"] = new JsonArray([.. into.Select(id => (JsonNode)$"{id}")]);
        if (item.Consumable)
            json["consumed"] = true;
        json["image"] = Image($"{item.Id}.png", "item");
        json["gold"] = new JsonObject
        {
            ["base"] = item.Combine,
            ["purchasable"] = item.Id is not (3040 or 3042 or 3121 or 3866 or 3867 or 2010 or 2422 or 3013),
            ["total"] = item.Total,
            ["sell"] = item.Total * 7 / 10,
        };
        json["tags"] = new JsonArray([.. ItemKinds.Tags(item).Select(tag => (JsonNode)tag)]);
        json["maps"] = new JsonObject { ["11"] = true, ["12"] = !item.Trinket, ["21"] = true, ["22"] = false, ["30"] = false, ["35"] = true };
        json["stats"] = new JsonObject();
        if (!item.From.IsEmpty)
            json["depth"] = Depth(item);
        return json;
    }

    private static int Depth(Item item) => item.From.IsEmpty ? 1 : 1 + item.From.Max(id => Depth(StaticCatalog.FindItem(id)!));

    private static JsonObject Spell(SummonerSpell spell) => new()
    {
        ["id"] = spell.Alias,
        ["name"] = spell.Name,
        ["description"] = "",
        ["tooltip"] = "",
        ["maxrank"] = 1,
        ["cooldown"] = new JsonArray(240),
        ["cooldownBurn"] = "240",
        ["key"] = $"{spell.Id}",
        ["summonerLevel"] = 1,
        ["modes"] = new JsonArray(spell.Id switch { 32 => "ARAM", 39 => "SNOWURF", 54 or 55 => "ULTBOOK", > 2000 => "CHERRY", _ => "CLASSIC" }),
        ["image"] = Image($"{spell.Alias}.png", "spell"),
    };

    public static JsonObject Image(string file, string group) => new()
    {
        ["full"] = file,
        ["sprite"] = $"{group}0.png",
        ["group"] = group,
        ["x"] = 0,
        ["y"] = 0,
        ["w"] = 48,
        ["h"] = 48,
    };
}
