using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;

namespace MnM.Tests.Riot;

internal sealed class KeysInMemory : IRiotKeyStore
{
    private readonly Dictionary<RiotProduct, StoredKey> _keys = [];

    public StoredKey? Find(RiotProduct product) => _keys.GetValueOrDefault(product);

    public void Keep(RiotProduct product, StoredKey? key)
    {
        _keys.Remove(product);
        if (key is not null)
        {
            _keys[product] = key;
        }
    }
}
