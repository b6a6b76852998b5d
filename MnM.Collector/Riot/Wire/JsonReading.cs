using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace MnM.Collector.Riot.Wire;

/// <summary>Reads JSON that nobody promised anything about: a wrong kind gives the fallback, never an exception.</summary>
internal static class JsonReading
{
    /// <summary>The raw UTF-8 of a value; two equal ones need no further comparison.</summary>
    public static ReadOnlySpan<byte> Raw(this JsonElement element) => JsonMarshal.GetRawUtf8Value(element);

    public static JsonElement Member(this JsonElement element, ReadOnlySpan<byte> name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;
        }
        catch (InvalidOperationException)
        {
            // A member beside it is named with half a character, which cannot be compared with anything.
            return default;
        }
    }

    public static string ReadString(this JsonElement element, string fallback = "")
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return fallback;
        }

        try
        {
            return element.GetString() ?? fallback;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate or broken UTF-8 in a name: shown raw rather than lost.
            return Encoding.UTF8.GetString(element.Raw()[1..^1]);
        }
    }

    /// <summary>Gives <paramref name="previous"/> back where the value is still the same, so that an unchanged text is not allocated again.</summary>
    public static string ReadString(this JsonElement element, string previous, string fallback)
    {
        var raw = element.ValueKind == JsonValueKind.String ? element.Raw()[1..^1] : default;
        return raw.Length > 0 && raw.Length == previous.Length && Ascii.Equals(raw, previous) ? previous : element.ReadString(fallback);
    }

    public static double ReadDouble(this JsonElement element, double fallback = 0) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var value) && double.IsFinite(value) ? value : fallback;

    public static int ReadInt(this JsonElement element, int fallback = 0)
    {
        if (element.ValueKind != JsonValueKind.Number)
        {
            return fallback;
        }

        return element.TryGetInt32(out var value) ? value : (int)Math.Clamp(element.ReadDouble(fallback), int.MinValue, int.MaxValue);
    }

    /// <summary>A whole number of a kind that is never below 0.</summary>
    public static int ReadCount(this JsonElement element) => Math.Max(0, element.ReadInt());

    /// <summary>A whole number; one out of range (Riot's ids go to 2^64) gives the fallback rather than another number.</summary>
    public static long ReadLong(this JsonElement element, long fallback = 0) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var value) ? value : fallback;

    /// <summary>The elements of a list; none where it is something else.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    public static bool ReadBool(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        // Riot writes Stolen as the text "True".
        JsonValueKind.String => element.Raw()[1..^1].SequenceEqual("True"u8) || element.Raw()[1..^1].SequenceEqual("true"u8),
        _ => false,
    };
}
