using System.Runtime.InteropServices;
using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Live.Recording;

/// <summary>
/// A JSON value to which deltas of <see cref="DeltaCodec"/> are applied one after the other, without writing the value out each time.
/// Parts that no delta touches stay the bytes they were.
/// </summary>
internal sealed class JsonTree
{
    private byte[] _raw;
    private List<(byte[] Name, JsonTree Value)>? _members;
    private List<JsonTree>? _elements;

    private JsonTree(byte[] raw) => _raw = raw;

    /// <summary>The value of this UTF-8 JSON.</summary>
    public static JsonTree Of(ReadOnlySpan<byte> json) => new(json.ToArray());

    /// <summary>Makes this value the one that follows by the delta.</summary>
    /// <exception cref="FormatException">The delta does not belong to this value, or is damaged.</exception>
    public void Apply(JsonElement delta)
    {
        switch (delta.ValueKind)
        {
            case JsonValueKind.Array when delta.GetArrayLength() == 1:
                _raw = delta[0].Raw().ToArray();
                _members = null;
                _elements = null;
                break;
            case JsonValueKind.Object when delta.GetPropertyCount() == 0:
                break;
            case JsonValueKind.Object:
                Open();
                if (_members is not null)
                {
                    ApplyToMembers(_members, delta);
                }
                else if (_elements is not null)
                {
                    _elements = Changed(_elements, delta);
                }
                else
                {
                    throw new FormatException("A delta changes the inside of a value that has none.");
                }

                break;
            default:
                throw new FormatException($"A delta is of kind {delta.ValueKind}.");
        }
    }

    /// <summary>Appends the value as JSON.</summary>
    public void Write(DeltaBuffer output)
    {
        if (_members is not null)
        {
            output.Write((byte)'{');
            for (var i = 0; i < _members.Count; i++)
            {
                output.Write(i > 0 ? ",\""u8 : "\""u8);
                output.Write(_members[i].Name);
                output.Write("\":"u8);
                _members[i].Value.Write(output);
            }

            output.Write((byte)'}');
        }
        else if (_elements is not null)
        {
            output.Write((byte)'[');
            for (var i = 0; i < _elements.Count; i++)
            {
                if (i > 0)
                {
                    output.Write((byte)',');
                }

                _elements[i].Write(output);
            }

            output.Write((byte)']');
        }
        else
        {
            output.Write(_raw);
        }
    }

    /// <summary>Parses one level; deeper ones stay raw until a delta goes there.</summary>
    private void Open()
    {
        if (_members is not null || _elements is not null)
        {
            return;
        }

        using var document = JsonDocument.Parse(_raw, DeltaCodec.Parsing);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Object)
        {
            _members = new(root.GetPropertyCount());
            foreach (var member in root.EnumerateObject())
            {
                _members.Add((JsonMarshal.GetRawUtf8PropertyName(member).ToArray(), Of(member.Value.Raw())));
            }
        }
        else if (root.ValueKind == JsonValueKind.Array)
        {
            _elements = new(root.GetArrayLength());
            foreach (var element in root.EnumerateArray())
            {
                _elements.Add(Of(element.Raw()));
            }
        }
        else
        {
            return;
        }

        _raw = [];
    }

    private static void ApplyToMembers(List<(byte[] Name, JsonTree Value)> members, JsonElement delta)
    {
        foreach (var change in delta.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(change);
            var place = Find(members, name);
            if (change.Value.ValueKind == JsonValueKind.Number)
            {
                if (place >= 0)
                {
                    members.RemoveAt(place);
                }
            }
            else if (place >= 0)
            {
                members[place].Value.Apply(change.Value);
            }
            else
            {
                members.Add((name.ToArray(), New(change.Value)));
            }
        }
    }

    private static List<JsonTree> Changed(List<JsonTree> before, JsonElement delta)
    {
        var length = delta.TryGetProperty("#"u8, out var told) ? told.GetInt32() : before.Count;
        var moved = delta.TryGetProperty("@"u8, out var origins);

        // What is new must be told by a change of its own, so that a number alone makes no room for two thousand million elements.
        if (length < 0 || (moved ? origins.GetArrayLength() != length : length > before.Count + delta.GetPropertyCount()))
        {
            throw new FormatException("A delta gives an array a length that cannot be.");
        }

        var after = before;
        if (moved || length != before.Count)
        {
            after = [];
            for (var place = 0; place < length; place++)
            {
                var origin = moved ? origins[place].GetInt32() : place;
                after.Add(origin >= 0 && origin < before.Count ? before[origin] : new JsonTree([]));
            }
        }

        foreach (var change in delta.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(change);
            if (name.SequenceEqual("#"u8) || name.SequenceEqual("@"u8))
            {
                continue;
            }

            // A place beyond the end says nothing, as it ever did.
            if (System.Buffers.Text.Utf8Parser.TryParse(name, out int place, out var read) && read == name.Length && place >= 0 && place < length)
            {
                if (after[place].IsMissing)
                {
                    after[place] = New(change.Value);
                }
                else
                {
                    after[place].Apply(change.Value);
                }
            }
        }

        return after.TrueForAll(element => !element.IsMissing) ? after : throw new FormatException("A delta says nothing of a new element.");
    }

    private bool IsMissing => _raw.Length == 0 && _members is null && _elements is null;

    private static JsonTree New(JsonElement change) => change.ValueKind == JsonValueKind.Array && change.GetArrayLength() == 1
        ? Of(change[0].Raw())
        : throw new FormatException("A delta changes what was not there.");

    private static int Find(List<(byte[] Name, JsonTree Value)> members, ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i].Name.AsSpan().SequenceEqual(name))
            {
                return i;
            }
        }

        return -1;
    }
}
