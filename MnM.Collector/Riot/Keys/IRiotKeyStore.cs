namespace MnM.Collector.Riot.Keys;

/// <summary>Keeps keys that were entered, encrypted.</summary>
public interface IRiotKeyStore
{
    /// <summary>The key that was entered for a product; null where none was, or where it cannot be read any more.</summary>
    StoredKey? Find(RiotProduct product);

    /// <summary>Keeps a key; null forgets it.</summary>
    void Keep(RiotProduct product, StoredKey? key);
}

/// <summary>A key that was entered.</summary>
/// <param name="key">The key.</param>
/// <param name="insteadOf">The key of the settings at that time, null where there was none: if the settings change later, they count again.</param>
public sealed class StoredKey(string key, string? insteadOf)
{
    public string Key => key;

    public string? InsteadOf => insteadOf;
}
