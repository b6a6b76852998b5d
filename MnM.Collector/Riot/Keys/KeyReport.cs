namespace MnM.Collector.Riot.Keys;

/// <summary>How a key stands.</summary>
public enum KeyState
{
    /// <summary>None is given.</summary>
    Missing,

    /// <summary>Nothing was asked with it yet.</summary>
    Untested,

    /// <summary>Riot takes it.</summary>
    Good,

    /// <summary>Riot refuses it.</summary>
    Bad,
}

/// <summary>Where a key comes from.</summary>
public enum KeyOrigin
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>From the settings.</summary>
    Settings,

    /// <summary>It was entered on the page.</summary>
    Entered,

    /// <summary>It is the one of League of Legends.</summary>
    League,
}

/// <summary>How a product's key stands.</summary>
/// <param name="Product">What the key is for.</param>
/// <param name="State">How it stands.</param>
/// <param name="Since">Since when, UTC; null while nothing was asked.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record KeyReport(RiotProduct Product, KeyState State, DateTimeOffset? Since, KeyOrigin Origin = KeyOrigin.None)
{
    /// <summary>What to do, in a sentence; null where nothing is.</summary>
    public string? Advice => State switch
    {
        KeyState.Missing => "MnM has no key for Riot's API. Get one at developer.riotgames.com and enter it on the page Riot.",
        KeyState.Bad => "Riot refuses the key. A development key ends after 24 hours: get a new one at developer.riotgames.com and enter it on the page Riot. MnM need not be restarted.",
        _ => null,
    };
}
