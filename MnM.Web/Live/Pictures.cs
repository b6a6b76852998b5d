using System.Globalization;
using MnM.Collector.StaticData;

namespace MnM.Web.Live;

/// <summary>Where pictures are. The endpoint answers with a drawn tile where there is none.</summary>
internal static class Pictures
{
    /// <summary>A champion's square.</summary>
    public static string Champion(string alias, PictureSize size = PictureSize.Small) => Address("champion", Segment(alias), size);

    /// <summary>An item.</summary>
    public static string Item(int id) => Address("item", Segment(id));

    /// <summary>A summoner spell.</summary>
    public static string Spell(string alias) => Address("spell", Segment(alias));

    /// <summary>A rune or a rune tree.</summary>
    public static string Rune(int id) => Address("rune", Segment(id));

    /// <summary>The icon that a player has chosen.</summary>
    public static string ProfileIcon(int id, PictureSize size = PictureSize.Small) => Address("profileicon", Segment(id), size);

    /// <summary>A unit of Teamfight Tactics, by Riot's id.</summary>
    public static string TftUnit(string id) => Address("tft-champion", Segment(id));

    /// <summary>An item of Teamfight Tactics, by Riot's id.</summary>
    public static string TftItem(string id) => Address("tft-item", Segment(id));

    /// <summary>A trait of Teamfight Tactics, by Riot's id.</summary>
    public static string TftTrait(string id) => Address("tft-trait", Segment(id));

    /// <summary>A srcset of both sizes, for what is 40 px and more or grows with the screen; the element's sizes say how wide it is.</summary>
    public static string Set(string small)
    {
        var large = small.Replace("/48/", "/96/", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"{small} {(int)PictureSize.Small}w, {large} {(int)PictureSize.Large}w");
    }

    private static string Address(string kind, string key, PictureSize size = PictureSize.Small) =>
        string.Create(CultureInfo.InvariantCulture, $"/assets/{kind}/{(int)size}/{key}.webp");

    // A name that is missing must still make an address: the endpoint draws a tile for it.
    private static string Segment(string name) => name.Length == 0 ? "_" : Uri.EscapeDataString(name);

    private static string Segment(int id) => id.ToString(CultureInfo.InvariantCulture);
}
