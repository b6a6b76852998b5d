using System.Text.Json;

namespace MnM.Collector.Live.Recording;

/// <summary>The polls of a segment, read back.</summary>
internal sealed class FoldedPolls
{
    private readonly byte[] _keyframe;
    private readonly IReadOnlyList<SegmentColumn> _columns;
    private readonly List<(int Column, int Change)>[] _changes;

    public FoldedPolls(byte[] keyframe, int deltas, IReadOnlyList<SegmentColumn> columns)
    {
        _keyframe = keyframe;
        _columns = columns;
        _changes = new List<(int, int)>[deltas];
        foreach (ref var one in _changes.AsSpan())
        {
            one = [];
        }

        for (var column = 0; column < columns.Count; column++)
        {
            for (var change = 0; change < columns[column].Polls.Count; change++)
            {
                _changes[columns[column].Polls[change]].Add((column, change));
            }
        }
    }

    /// <summary>How many polls there are; the first is the keyframe.</summary>
    public int Count => _changes.Length + 1;

    /// <summary>The response of a poll.</summary>
    /// <exception cref="FormatException">The deltas do not belong to each other.</exception>
    public byte[] Response(int poll)
    {
        var last = Array.Empty<byte>();
        ReadTo(poll, (number, tree) =>
        {
            if (number == poll)
            {
                using var output = new DeltaBuffer();
                tree.Write(output);
                last = output.Written.ToArray();
            }
        });
        return last;
    }

    /// <summary>Goes through the polls from the first to the last one given.</summary>
    public void ReadTo(int last, Action<int, JsonTree> read)
    {
        try
        {
            var tree = JsonTree.Of(_keyframe);
            read(0, tree);
            using var buffer = new DeltaBuffer();
            for (var poll = 1; poll <= last; poll++)
            {
                buffer.Clear();
                WriteDelta(poll, buffer);
                using var delta = JsonDocument.Parse(buffer.WrittenMemory, DeltaCodec.Parsing);
                tree.Apply(delta.RootElement);
                read(poll, tree);
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or OverflowException)
        {
            throw new FormatException(fault.Message, fault);
        }
    }

    /// <summary>Appends the change from the poll before, as JSON.</summary>
    public void WriteDelta(int poll, DeltaBuffer output)
    {
        // Columns lie in the order of a walk through the response, so that what is inside one place follows one another.
        byte[][] open = [];
        var first = true;
        foreach (var (number, change) in _changes[poll - 1])
        {
            var column = _columns[number];
            if (column.Path.Length == 0)
            {
                column.WriteNode(change, output);
                return;
            }

            if (first)
            {
                output.Write((byte)'{');
            }

            var inside = column.Path.AsSpan(..^1);
            var shared = open.AsSpan().CommonPrefixLength(inside);
            Close(open.Length - shared, output);
            if (!first)
            {
                output.Write((byte)',');
            }

            foreach (var name in inside[shared..])
            {
                WriteName(name, output);
                output.Write((byte)'{');
            }

            WriteName(column.Path[^1], output);
            column.WriteNode(change, output);
            open = inside.ToArray();
            first = false;
        }

        Close(open.Length, output);
        output.Write(first ? "{}"u8 : "}"u8);
    }

    private static void Close(int count, DeltaBuffer output)
    {
        for (; count > 0; count--)
        {
            output.Write((byte)'}');
        }
    }

    private static void WriteName(byte[] name, DeltaBuffer output)
    {
        output.Write((byte)'"');
        output.Write(name);
        output.Write("\":"u8);
    }
}
