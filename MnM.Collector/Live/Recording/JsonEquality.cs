using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Live.Recording;

/// <summary>
/// The equality that a recording promises: every value to the letter, only the order of members is free.
/// JsonElement.DeepEquals throws on half a surrogate pair, which a name can hold, and takes 1.0 for 1.
/// </summary>
internal static class JsonEquality
{
    public static bool AreEqual(JsonElement a, JsonElement b)
    {
        if (a.Raw().SequenceEqual(b.Raw()))
        {
            return true;
        }

        return (a.ValueKind, b.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => a.GetPropertyCount() == b.GetPropertyCount() && Members(a).Zip(Members(b)).All(AreEqual),
            (JsonValueKind.Array, JsonValueKind.Array) => a.GetArrayLength() == b.GetArrayLength()
                && a.EnumerateArray().Zip(b.EnumerateArray()).All(pair => AreEqual(pair.First, pair.Second)),
            _ => false,
        };
    }

    private static bool AreEqual(((string Name, JsonElement Value) First, (string Name, JsonElement Value) Second) pair) =>
        pair.First.Name == pair.Second.Name && AreEqual(pair.First.Value, pair.Second.Value);

    // One char a byte: names are compared as they are written. The sort is stable, so that twins keep their order.
    private static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement value) => value.EnumerateObject()
        .Select(member => (Name: Encoding.Latin1.GetString(JsonMarshal.GetRawUtf8PropertyName(member)), member.Value))
        .OrderBy(member => member.Name, StringComparer.Ordinal);
}
