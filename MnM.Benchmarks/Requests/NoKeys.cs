using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;

namespace MnM.Benchmarks.Requests;

/// <summary>Nobody enters a key here: the settings tell it.</summary>
internal sealed class NoKeys : IRiotKeyStore
{
    public StoredKey? Find(RiotProduct product) => null;

    public void Keep(RiotProduct product, StoredKey? key)
    {
        // There is nobody to keep it for.
    }
}
