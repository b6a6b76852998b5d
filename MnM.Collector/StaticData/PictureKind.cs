namespace MnM.Collector.StaticData;

/// <summary>What a picture shows.</summary>
public enum PictureKind
{
    /// <summary>A champion, by alias.</summary>
    Champion,

    /// <summary>An item, by id.</summary>
    Item,

    /// <summary>A summoner spell, by alias.</summary>
    Spell,

    /// <summary>A rune or a rune tree, by id.</summary>
    Rune,

    /// <summary>A profile icon, by id.</summary>
    ProfileIcon,

    /// <summary>A unit of Teamfight Tactics, by Riot's id.</summary>
    TftUnit,

    /// <summary>An item of Teamfight Tactics, by Riot's id.</summary>
    TftItem,

    /// <summary>A trait of Teamfight Tactics, by Riot's id.</summary>
    TftTrait,
}
