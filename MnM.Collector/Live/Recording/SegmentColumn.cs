namespace MnM.Collector.Live.Recording;

/// <summary>What became of one place of the response: the polls at which it changed, and the node of the delta for each.</summary>
internal sealed class SegmentColumn(byte[][] path)
{
    private readonly List<int> _polls = [];
    private readonly List<byte[]?> _texts = [];
    private readonly List<uint> _numbers = [];

    /// <summary>Names and places from the root of the response down.</summary>
    public byte[][] Path => path;

    public IReadOnlyList<int> Polls => _polls;

    public bool IsEmpty => _polls.Count == 0;

    public void Add(int poll, ReadOnlySpan<byte> node)
    {
        _polls.Add(poll);
        if (node is [(byte)'[', .., (byte)']'] && NumberColumn.TryRead(node[1..^1], out var number))
        {
            _numbers.Add(number);
            _texts.Add(null);
        }
        else
        {
            _numbers.Add(0);
            _texts.Add(node.ToArray());
        }
    }

    /// <summary>Appends the node of a change.</summary>
    public void WriteNode(int change, DeltaBuffer output)
    {
        if (_texts[change] is { } text)
        {
            output.Write(text);
            return;
        }

        Span<byte> number = stackalloc byte[40];
        output.Write((byte)'[');
        output.Write(number[..NumberColumn.Write(_numbers[change], number)]);
        output.Write((byte)']');
    }

    public void Write(SegmentWriter output)
    {
        output.Write(_polls.Count);
        var before = -1;
        foreach (var poll in _polls)
        {
            output.Write(poll - before);
            before = poll;
        }

        foreach (var text in _texts)
        {
            output.WriteByte(text is null ? (byte)1 : (byte)0);
        }

        NumberColumn.Write([.. _numbers.Where((_, change) => _texts[change] is null)], output);
        foreach (var text in _texts)
        {
            if (text is not null)
            {
                output.Write(text.AsSpan());
            }
        }
    }

    public static SegmentColumn Read(byte[][] path, int polls, ref SegmentReader input)
    {
        var column = new SegmentColumn(path);
        var count = input.ReadCount();
        var poll = -1;
        for (var change = 0; change < count; change++)
        {
            poll += input.ReadCount();
            column._polls.Add(poll >= 0 && poll < polls ? poll : throw new FormatException("a change in it is of no poll"));
        }

        var isNumber = new bool[count];
        foreach (ref var one in isNumber.AsSpan())
        {
            one = input.ReadByte() == 1;
        }

        var numbers = NumberColumn.Read(isNumber.Count(one => one), ref input);
        var next = 0;
        foreach (var one in isNumber)
        {
            column._numbers.Add(one ? numbers[next++] : 0);
            column._texts.Add(one ? null : input.ReadText().ToArray());
        }

        return column;
    }
}
