using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Live.Recording;

/// <summary>
/// Lossless structural deltas between two JSON values, as JSON. A node of a delta is
/// <c>[v]</c> the value is now v; <c>{…}</c> changes inside an object or an array, by name or place; <c>0</c> the member is gone.
/// In the changes of an array, <c>"#"</c> is its new length and <c>"@"</c> lists, for each place, the place that its element had before (-1: none).
/// Values are copied as the bytes Riot sent, so that numbers and unknown fields come back exactly; only the order of members may differ.
/// </summary>
internal static class DeltaCodec
{
    /// <summary>Nesting deeper than this is not read at all; Riot's answers are 6 deep.</summary>
    public const int MaxDepth = 256;

    /// <summary>Larger objects whose members moved are written whole: finding them would be quadratic.</summary>
    private const int MostMoved = 256;

    /// <summary>How stored responses and deltas are parsed: a delta is one level deeper than the value it makes.</summary>
    public static JsonDocumentOptions Parsing => new() { MaxDepth = MaxDepth + 1 };

    /// <summary>Appends the delta that turns <paramref name="was"/> into <paramref name="now"/>: <c>{}</c> where they are the same.</summary>
    public static void Encode(JsonElement was, JsonElement now, DeltaBuffer output)
    {
        if (was.Raw().SequenceEqual(now.Raw()))
        {
            output.Write("{}"u8);
            return;
        }

        WriteNode(was, now, output, atRoot: true);
    }

    private static void WriteNode(JsonElement was, JsonElement now, DeltaBuffer output, bool atRoot = false, bool people = false)
    {
        var start = output.Length;
        var written = (was.ValueKind, now.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => TryWriteObject(was, now, output, atRoot),
            (JsonValueKind.Array, JsonValueKind.Array) => TryWriteArray(was, now, output, people),
            _ => false,
        };
        var raw = now.Raw();
        if (!written || output.Length - start > raw.Length + 2)
        {
            output.BackTo(start);
            output.Write((byte)'[');
            output.Write(raw);
            output.Write((byte)']');
        }
    }

    private static bool TryWriteObject(JsonElement was, JsonElement now, DeltaBuffer output, bool atRoot)
    {
        var start = output.Length;
        output.Write((byte)'{');
        var before = was.EnumerateObject();
        foreach (var member in now.EnumerateObject())
        {
            var name = Name(member);
            if (!before.MoveNext() || !Name(before.Current).SequenceEqual(name))
            {
                output.BackTo(start);
                return TryWriteMovedObject(was, now, output);
            }

            var old = before.Current.Value;
            if (old.Raw().SequenceEqual(member.Value.Raw()))
            {
                continue;
            }

            // A delta names members; a name that stands twice cannot be told apart by it.
            if (Count(now, name) > 1)
            {
                return false;
            }

            WriteName(name, output);
            WriteNode(old, member.Value, output, people: atRoot && name.SequenceEqual("allPlayers"u8));
        }

        if (before.MoveNext())
        {
            output.BackTo(start);
            return TryWriteMovedObject(was, now, output);
        }

        output.Write((byte)'}');
        return true;
    }

    private static bool TryWriteMovedObject(JsonElement was, JsonElement now, DeltaBuffer output)
    {
        if (was.GetPropertyCount() > MostMoved || now.GetPropertyCount() > MostMoved || HasTwins(was) || HasTwins(now))
        {
            return false;
        }

        output.Write((byte)'{');
        foreach (var member in now.EnumerateObject())
        {
            var name = Name(member);
            if (!TryFind(was, name, out var old))
            {
                WriteName(name, output);
                output.Write((byte)'[');
                output.Write(member.Value.Raw());
                output.Write((byte)']');
            }
            else if (!old.Raw().SequenceEqual(member.Value.Raw()))
            {
                WriteName(name, output);
                WriteNode(old, member.Value, output);
            }
        }

        foreach (var member in was.EnumerateObject())
        {
            var name = Name(member);
            if (!TryFind(now, name, out _))
            {
                WriteName(name, output);
                output.Write((byte)'0');
            }
        }

        output.Write((byte)'}');
        return true;
    }

    private static bool TryWriteArray(JsonElement was, JsonElement now, DeltaBuffer output, bool people)
    {
        var length = now.GetArrayLength();
        var before = was.GetArrayLength();
        Span<int> origins = length <= MostMoved ? stackalloc int[length] : [];
        var moved = people && length <= MostMoved && SlotMatcher.Match(was, now, origins);
        output.Write((byte)'{');
        if (length != before)
        {
            WriteName("#"u8, output);
            output.Write(length);
        }

        if (moved)
        {
            WriteName("@"u8, output);
            output.Write((byte)'[');
            for (var i = 0; i < length; i++)
            {
                if (i > 0)
                {
                    output.Write((byte)',');
                }

                output.Write(origins[i]);
            }

            output.Write((byte)']');
        }

        var place = 0;
        var olds = was.EnumerateArray();
        foreach (var element in now.EnumerateArray())
        {
            // Indexing walks the document from the array's start, so only a moved list of people pays for it.
            JsonElement? old = moved
                ? origins[place] >= 0 ? was[origins[place]] : null
                : olds.MoveNext() ? olds.Current : null;
            if (old is not { } known)
            {
                WritePlace(place, output);
                output.Write((byte)'[');
                output.Write(element.Raw());
                output.Write((byte)']');
            }
            else if (!known.Raw().SequenceEqual(element.Raw()))
            {
                WritePlace(place, output);
                WriteNode(known, element, output);
            }

            place++;
        }

        output.Write((byte)'}');
        return true;
    }

    private static void WriteName(ReadOnlySpan<byte> name, DeltaBuffer output)
    {
        WriteComma(output);
        output.Write((byte)'"');
        output.Write(name);
        output.Write("\":"u8);
    }

    private static void WritePlace(int place, DeltaBuffer output)
    {
        WriteComma(output);
        output.Write((byte)'"');
        output.Write(place);
        output.Write("\":"u8);
    }

    private static void WriteComma(DeltaBuffer output)
    {
        if (output.Written[^1] != (byte)'{')
        {
            output.Write((byte)',');
        }
    }

    private static ReadOnlySpan<byte> Name(JsonProperty member) => System.Runtime.InteropServices.JsonMarshal.GetRawUtf8PropertyName(member);

    private static int Count(JsonElement value, ReadOnlySpan<byte> name)
    {
        var count = 0;
        foreach (var member in value.EnumerateObject())
        {
            count += Name(member).SequenceEqual(name) ? 1 : 0;
        }

        return count;
    }

    private static bool HasTwins(JsonElement value)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (Count(value, Name(member)) > 1)
            {
                return true;
            }
        }

        return false;
    }

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
