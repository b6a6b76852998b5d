using System.Runtime.InteropServices;
using System.Text.Json;

namespace MnM.Tests.Live.Recording;

/// <summary>Equality that the recording promises: every value to the letter, only the order of members is free. Shares no code with the codec.</summary>
internal static class DeepEquality
{
    public static bool AreEqual(JsonElement a, JsonElement b)
    {
        if (a.ValueKind != b.ValueKind)
        {
            return false;
        }

        return a.ValueKind switch
        {
            JsonValueKind.Object => Members(a).SequenceEqual(Members(b), MemberEquality.Instance),
            JsonValueKind.Array => a.GetArrayLength() == b.GetArrayLength() && a.EnumerateArray().Zip(b.EnumerateArray()).All(pair => AreEqual(pair.First, pair.Second)),
            _ => JsonMarshal.GetRawUtf8Value(a).SequenceEqual(JsonMarshal.GetRawUtf8Value(b)),
        };
    }

    // A stable sort: members of one name keep their order among themselves.
    private static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement value) => value.EnumerateObject()
        .Select(member => (Name: Convert.ToHexString(JsonMarshal.GetRawUtf8PropertyName(member)), member.Value))
        .OrderBy(member => member.Name, StringComparer.Ordinal);

    private sealed class MemberEquality : IEqualityComparer<(string Name, JsonElement Value)>
    {
        public static MemberEquality Instance { get; } = new();

        public bool Equals((string Name, JsonElement Value) x, (string Name, JsonElement Value) y) => x.Name == y.Name && AreEqual(x.Value, y.Value);

        public int GetHashCode((string Name, JsonElement Value) member) => member.Name.GetHashCode(StringComparison.Ordinal);
    }
}
