namespace MnM.Collector.Tft.Analytics.Embedded.Counting;

/// <summary>Gives keys of a kind numbers of groups from 0 up, in the order in which they come.</summary>
internal sealed class KeyNumbers
{
    private readonly Dictionary<ulong, int> _numbers = [];

    /// <summary>The keys by their numbers.</summary>
    public List<PackedKey> Keys { get; } = [];

    /// <summary>The number of a key; a new one has a group made for it in <paramref name="groups"/>.</summary>
    public int Of(PackedKey key, GroupMasks groups)
    {
        if (!_numbers.TryGetValue(key.Bits, out var number))
        {
            _numbers.Add(key.Bits, number = groups.Add());
            Keys.Add(key);
        }

        return number;
    }
}
