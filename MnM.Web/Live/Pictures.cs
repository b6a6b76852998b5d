using System.Globalization;

namespace MnM.Web.Live;

/// <summary>Where pictures are. The endpoint answers with a drawn tile where there is none.</summary>
internal static class Pictures
{
    /// <summary>A champion's square.</summary>
    public static string Champion(string alias) => $"/assets/champion/{Segment(alias)}.png";

    /// <summary>An item.</summary>
    public static string Item(int id) => string.Create(CultureInfo.InvariantCulture, $"/assets/item/{id}.png");

    /// <summary>A summoner spell.</summary>
    public static string Spell(string alias) => $"/assets/spell/{Segment(alias)}.png";

    /// <summary>A rune or a rune tree.</summary>
    public static string Rune(int id) => string.Create(CultureInfo.InvariantCulture, $"/assets/rune/{id}.png");

    /// <summary>A unit of Teamfight Tactics, by Riot's id.</summary>
    public static string TftUnit(string id) => $"/assets/tft-champion/{Segment(id)}.png";

    /// <summary>An item of Teamfight Tactics, by Riot's id.</summary>
    public static string TftItem(string id) => $"/assets/tft-item/{Segment(id)}.png";

    /// <summary>A trait of Teamfight Tactics, by Riot's id.</summary>
    public static string TftTrait(string id) => $"/assets/tft-trait/{Segment(id)}.png";

    // A name that is missing must still make an address: the endpoint draws a tile for it.
    private static string Segment(string name) => name.Length == 0 ? "_" : Uri.EscapeDataString(name);
}
