using System.Runtime.InteropServices;
using System.Text.Json;

namespace MnM.Collector.Live.Recording;

/// <summary>Applies deltas of <see cref="DeltaCodec"/>.</summary>
internal static class DeltaReader
{
    /// <summary>Appends the JSON value that <paramref name="delta"/> makes of <paramref name="was"/>.</summary>
    /// <exception cref="FormatException">The delta does not belong to this value, or is damaged.</exception>
    public static void Apply(JsonElement was, JsonElement delta, DeltaBuffer output)
    {
        switch (delta.ValueKind)
        {
            case JsonValueKind.Array when delta.GetArrayLength() == 1:
                output.Write(delta[0].Raw());
                break;
            case JsonValueKind.Object when was.ValueKind == JsonValueKind.Object:
                ApplyToObject(was, delta, output);
                break;
            case JsonValueKind.Object when was.ValueKind == JsonValueKind.Array:
                ApplyToArray(was, delta, output);
                break;
            case JsonValueKind.Object when delta.GetPropertyCount() == 0:
                output.Write(was.Raw());
                break;
            default:
                throw new FormatException($"A delta of kind {delta.ValueKind} does not fit a value of kind {was.ValueKind}.");
        }
    }

    private static void ApplyToObject(JsonElement was, JsonElement delta, DeltaBuffer output)
    {
        if (delta.GetPropertyCount() == 0)
        {
            output.Write(was.Raw());
            return;
        }

        output.Write((byte)'{');
        var first = true;
        foreach (var member in was.EnumerateObject())
        {
            var name = Name(member);
            if (!TryFind(delta, name, out var change))
            {
                WriteName(name, ref first, output);
                output.Write(member.Value.Raw());
            }
            else if (change.ValueKind != JsonValueKind.Number)
            {
                WriteName(name, ref first, output);
                Apply(member.Value, change, output);
            }
        }

        foreach (var change in delta.EnumerateObject())
        {
            var name = Name(change);
            if (change.Value.ValueKind != JsonValueKind.Number && !TryFind(was, name, out _))
            {
                WriteName(name, ref first, output);
                Apply(default, change.Value, output);
            }
        }

        output.Write((byte)'}');
    }

    private static void ApplyToArray(JsonElement was, JsonElement delta, DeltaBuffer output)
    {
        var before = was.GetArrayLength();
        var length = delta.TryGetProperty("#"u8, out var told) ? told.GetInt32() : before;
        if (length < 0)
        {
            throw new FormatException("A delta gives an array a negative length.");
        }

        var moved = delta.TryGetProperty("@"u8, out var origins);
        if (moved && origins.GetArrayLength() != length)
        {
            throw new FormatException("A delta moves another number of elements than the array has.");
        }

        output.Write((byte)'[');
        var olds = was.EnumerateArray();
        Span<byte> placeText = stackalloc byte[11];
        for (var place = 0; place < length; place++)
        {
            if (place > 0)
            {
                output.Write((byte)',');
            }

            var origin = moved ? origins[place].GetInt32() : place;
            var known = moved
                ? origin >= 0 && origin < before ? was[origin] : default
                : olds.MoveNext() ? olds.Current : default;
            place.TryFormat(placeText, out var digits);
            if (delta.TryGetProperty(placeText[..digits], out var change))
            {
                Apply(known, change, output);
            }
            else if (known.ValueKind != JsonValueKind.Undefined)
            {
                output.Write(known.Raw());
            }
            else
            {
                throw new FormatException($"A delta says nothing of the new element {place}.");
            }
        }

        output.Write((byte)']');
    }

    private static void WriteName(ReadOnlySpan<byte> name, ref bool first, DeltaBuffer output)
    {
        output.Write(first ? "\""u8 : ",\""u8);
        output.Write(name);
        output.Write("\":"u8);
        first = false;
    }

    private static ReadOnlySpan<byte> Name(JsonProperty member) => JsonMarshal.GetRawUtf8PropertyName(member);

    private static bool TryFind(JsonElement value, ReadOnlySpan<byte> name, out JsonElement found)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (Name(member).SequenceEqual(name))
            {
                found = member.Value;
                return true;
            }
        }

        found = default;
        return false;
    }
}
