using System.Text.Json.Nodes;

namespace MnM.Simulator.StaticData;

/// <summary>Units, items and traits of Teamfight Tactics in the shapes of Data Dragon's files; the two sets that the simulated matches are of.</summary>
internal static class DataDragonTactics
{
    /// <summary>What ids of set 17 begin with.</summary>
    public const string Set17 = "TFT17";

    /// <summary>The same of set 18, which does not go by its number.</summary>
    public const string Set18 = "DA";

    private static readonly (int Number, string Prefix)[] Sets = [(17, Set17), (18, Set18)];

    public static IEnumerable<(int Set, string Id, TacticsUnit Unit)> AllUnits { get; } =
        [.. Sets.SelectMany(set => TacticsUnit.All.Select(unit => (set.Number, $"{set.Prefix}_{unit.Name}", unit)))];

    public static IEnumerable<(int Set, string Id, string Trait)> AllTraits { get; } =
        [.. Sets.SelectMany(set => TacticsUnit.AllTraits.Select(trait => (set.Number, $"{set.Prefix}_{trait}", trait)))];

    public static string File((int Set, string Id, TacticsUnit Unit) one) => $"{one.Id}.TFT_Set{one.Set}.png";

    public static string File((int Set, string Id, string Trait) one) => $"Trait_Icon_{one.Set}_{one.Trait}.TFT_Set{one.Set}.png";

    public static JsonObject Units(string version) => File("tft-champion", version, AllUnits.Select(one =>
    {
        var entry = Entry("tft-champion", one.Id, one.Unit.Text, File(one));
        entry["tier"] = one.Unit.Cost;
        return ($"Maps/Shipping/Map22/Sets/TFTSet{one.Set}/Shop/{one.Id}", entry);
    }));

    public static JsonObject Items(string version) =>
        File("tft-item", version, TacticsItem.All.Select(item => (item.Id, Entry("tft-item", item.Id, item.Text, $"{item.Id}.png"))));

    public static JsonObject Traits(string version) =>
        File("tft-trait", version, AllTraits.Select(one => (one.Id, Entry("tft-trait", one.Id, one.Trait, File(one)))));

    private static JsonObject File(string type, string version, IEnumerable<(string Key, JsonObject Entry)> entries) => new()
    {
        ["type"] = type,
        ["version"] = version,
        ["data"] = new JsonObject([.. entries.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Entry))]),
    };

    private static JsonObject Entry(string group, string id, string name, string file) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["image"] = DataDragonFiles.Image(file, group),
    };
}
