using Microsoft.Extensions.Options;

namespace MnM.Collector.Riot.Keys;

/// <summary>The keys in use: those of the settings until others are entered. A new one counts from the next request on.</summary>
public sealed class RiotKeys
{
    private readonly RiotOptions _options;
    private readonly IRiotKeyStore _store;
    private readonly Lock _lock = new();
    private volatile KeyPair _current;

    public RiotKeys(IOptions<RiotOptions> options, IRiotKeyStore store)
    {
        (_options, _store) = (options.Value, store);
        _current = Read();
        Changes = new Feed<RiotKeyPresence>(_current.Presence);
    }

    /// <summary>For which products there is a key; the keys themselves are not told.</summary>
    public Feed<RiotKeyPresence> Changes { get; }

    /// <summary>Whether the text can be a key.</summary>
    public static bool IsKey(string text) => text.Length > 0 && text.All(letter => letter is >= '!' and <= '~');

    /// <summary>Uses and keeps a key from now on; null goes back to the settings.</summary>
    /// <param name="product">What it is for.</param>
    /// <param name="key">The key; blanks around it are cut off.</param>
    /// <exception cref="ArgumentException">It holds a blank or a character that no key has.</exception>
    /// <exception cref="IOException">It cannot be kept; nothing changes.</exception>
    public void Set(RiotProduct product, string? key)
    {
        key = key?.Trim();
        if (key is not null && !IsKey(key))
        {
            throw new ArgumentException("The key is empty, or holds a blank or a character that no key has.", nameof(key));
        }

        lock (_lock)
        {
            _store.Keep(product, key is null ? null : new StoredKey(key, OfSettings(product)));
            _current = Read();
        }

        Changes.Publish(_current.Presence);
    }

    /// <summary>The key of a product; null while there is none.</summary>
    internal string? Find(RiotProduct product) => _current.Of(product)?.Text;

    /// <summary>Where a product's key comes from.</summary>
    internal KeyOrigin OriginOf(RiotProduct product)
    {
        var current = _current;
        return current.Of(product) is not { } key ? KeyOrigin.None
            : product == RiotProduct.Tactics && current.Tactics is null ? KeyOrigin.League
            : key.IsEntered ? KeyOrigin.Entered
            : KeyOrigin.Settings;
    }

    /// <summary>Whether a product has limits of its own, which it has by a key of its own.</summary>
    internal bool IsApart(RiotProduct product) => product == RiotProduct.Tactics && _current is { Tactics: { } own } current && own.Text != current.League?.Text;

    private KeyPair Read() => new(Read(RiotProduct.League), Read(RiotProduct.Tactics));

    private KnownKey? Read(RiotProduct product) =>
        _store.Find(product) is { } stored && stored.InsteadOf == OfSettings(product) ? new KnownKey(stored.Key, true)
        : OfSettings(product) is { } given ? new KnownKey(given, false)
        : null;

    private string? OfSettings(RiotProduct product) =>
        product == RiotProduct.League ? _options.ApiKey : _options.TftApiKey is { } own && own != _options.ApiKey ? own : null;

    // No records: their text would show the keys.
    private sealed class KnownKey(string text, bool isEntered)
    {
        public string Text => text;

        public bool IsEntered => isEntered;
    }

    private sealed class KeyPair(KnownKey? league, KnownKey? tactics)
    {
        public KnownKey? League => league;

        public KnownKey? Tactics => tactics;

        public RiotKeyPresence Presence { get; } = new(league is not null, (tactics ?? league) is not null);

        public KnownKey? Of(RiotProduct product) => product == RiotProduct.League ? league : tactics ?? league;
    }
}

/// <summary>For which products there is a key.</summary>
public sealed record RiotKeyPresence(bool League, bool Tactics);
