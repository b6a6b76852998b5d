using System.Runtime.InteropServices;
using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Live.Recording;

/// <summary>
/// Folds the successive polls of a segment: its first response, and for each place that changes the polls at which it did and its values.
/// Values of one place lie together, since they resemble each other more than they resemble their neighbours in the response.
/// </summary>
internal static class SegmentCodec
{
    /// <summary>Raised when what is written changes; older ones stay readable.</summary>
    public const int Version = 1;

    /// <param name="keyframe">The first response.</param>
    /// <param name="deltas">The changes that follow, each from the poll before.</param>
    public static byte[] Encode(ReadOnlySpan<byte> keyframe, IReadOnlyList<ReadOnlyMemory<byte>> deltas)
    {
        var root = new Place();
        for (var poll = 0; poll < deltas.Count; poll++)
        {
            using var delta = JsonDocument.Parse(deltas[poll], DeltaCodec.Parsing);
            root.Take(delta.RootElement, poll);
        }

        var output = new SegmentWriter();
        output.Write(keyframe);
        output.Write(deltas.Count);
        output.Write(root.Count());
        root.Write([], [], output);
        return output.Compress();
    }

    /// <exception cref="FormatException">The payload is damaged.</exception>
    public static FoldedPolls Decode(ReadOnlySpan<byte> payload)
    {
        var input = SegmentReader.Of(payload);
        var keyframe = input.ReadText().ToArray();
        var polls = input.ReadCount();
        var columns = new List<SegmentColumn>();
        byte[][] path = [];
        for (var left = input.ReadCount(); left > 0; left--)
        {
            path = ReadPath(path, ref input);
            columns.Add(SegmentColumn.Read(path, polls, ref input));
        }

        return new FoldedPolls(keyframe, polls, columns);
    }

    private static byte[][] ReadPath(byte[][] before, ref SegmentReader input)
    {
        var shared = input.ReadCount();
        var more = input.ReadCount();
        if (shared > before.Length || more > DeltaCodec.MaxDepth)
        {
            throw new FormatException("a path in it goes nowhere");
        }

        var path = new byte[shared + more][];
        before.AsSpan(0, shared).CopyTo(path);
        foreach (ref var name in path.AsSpan(shared))
        {
            name = input.ReadText().ToArray();
        }

        return path;
    }

    /// <summary>A place of the response, with what became of it and with the places inside it.</summary>
    private sealed class Place
    {
        private readonly SegmentColumn _column = new([]);
        private readonly Dictionary<string, Place> _inside = [];
        private readonly List<(byte[] Name, Place Value)> _order = [];

        public void Take(JsonElement node, int poll)
        {
            if (node.ValueKind != JsonValueKind.Object || node.GetPropertyCount() == 0)
            {
                _column.Add(poll, node.Raw());
                return;
            }

            foreach (var member in node.EnumerateObject())
            {
                var name = JsonMarshal.GetRawUtf8PropertyName(member);

                // One char a byte: names are compared as bytes, whatever they hold.
                var key = System.Text.Encoding.Latin1.GetString(name);
                if (!_inside.TryGetValue(key, out var place))
                {
                    _inside[key] = place = new();
                    _order.Add((name.ToArray(), place));
                }

                place.Take(member.Value, poll);
            }
        }

        public int Count() => (_column.IsEmpty ? 0 : 1) + _order.Sum(inside => inside.Value.Count());

        /// <summary>Writes the columns from here down; answers the path of the last one written.</summary>
        public byte[][] Write(byte[][] path, byte[][] last, SegmentWriter output)
        {
            if (!_column.IsEmpty)
            {
                var shared = 0;
                while (shared < path.Length && shared < last.Length && path[shared] == last[shared])
                {
                    shared++;
                }

                output.Write(shared);
                output.Write(path.Length - shared);
                foreach (var name in path.AsSpan(shared))
                {
                    output.Write(name.AsSpan());
                }

                _column.Write(output);
                last = path;
            }

            foreach (var (name, inside) in _order)
            {
                last = inside.Write([.. path, name], last, output);
            }

            return last;
        }
    }
}
