using System.Text.RegularExpressions;

namespace MnM.Collector.Riot.Keys;

/// <summary>What came of a key that was entered or checked.</summary>
public enum KeyTrial
{
    /// <summary>It does not look like a key; Riot was not asked.</summary>
    NoKey,

    /// <summary>Riot takes it.</summary>
    Taken,

    /// <summary>Riot refuses it. One that was entered is not kept.</summary>
    Refused,

    /// <summary>Riot did not answer in time. One that was entered is kept, and shows with the next request.</summary>
    Unknown,

    /// <summary>It could not be written down; the key before stays in use.</summary>
    NotKept,
}

/// <summary>Takes the keys that people enter, and asks Riot whether it takes them: one question to the status of a platform.</summary>
public sealed partial class KeyEntry
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly RiotClient _riot;
    private readonly RiotKeys _keys;
    private readonly KeyHealth _health;
    private readonly TimeProvider _time;

    internal KeyEntry(RiotClient riot, RiotKeys keys, KeyHealth health, TimeProvider time) => (_riot, _keys, _health, _time) = (riot, keys, health, time);

    /// <summary>Whether the text looks like a key that Riot gives out; blanks around it are no fault.</summary>
    public static bool LooksRight(string text) => Shape().IsMatch(text.Trim());

    /// <summary>Tries a key and uses it from now on, unless Riot refuses it.</summary>
    public async Task<KeyTrial> EnterAsync(RiotProduct product, string text, CancellationToken cancellationToken)
    {
        if (!LooksRight(text))
        {
            return KeyTrial.NoKey;
        }

        var key = text.Trim();
        var takes = await TakesAsync(product, key, cancellationToken);
        if (takes is false)
        {
            return KeyTrial.Refused;
        }

        try
        {
            _keys.Set(product, key);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return KeyTrial.NotKept;
        }

        return Note(product, key, takes);
    }

    /// <summary>Asks whether Riot takes the key in use.</summary>
    public async Task<KeyTrial> CheckAsync(RiotProduct product, CancellationToken cancellationToken) =>
        _keys.Find(product) is { } key ? Note(product, key, await TakesAsync(product, key, cancellationToken)) : KeyTrial.NoKey;

    /// <summary>Forgets the key that was entered; the one of the settings counts again, if there is one. False where it could not be deleted.</summary>
    public bool Forget(RiotProduct product)
    {
        try
        {
            _keys.Set(product, null);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private KeyTrial Note(RiotProduct product, string key, bool? takes)
    {
        switch (takes)
        {
            case true:
                _health.Took(product, key);
                return KeyTrial.Taken;
            case false:
                _health.Refused(product, key);
                return KeyTrial.Refused;
            default:
                return KeyTrial.Unknown;
        }
    }

    private async Task<bool?> TakesAsync(RiotProduct product, string key, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await _riot.TakesAsync(product, key, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return null;
        }
    }

    [GeneratedRegex("^RGAPI-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", RegexOptions.IgnoreCase)]
    private static partial Regex Shape();
}
