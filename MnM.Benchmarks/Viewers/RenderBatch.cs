using System.Buffers.Binary;
using System.Text;

namespace MnM.Benchmarks.Viewers;

/// <summary>
/// The bytes in which Blazor sends what it drew anew. They end with the places of five tables: components, frames, two lists of what is gone, texts.
/// A frame has 20 bytes; one of the kind 3 is an attribute with the numbers of its name and its value among the texts.
/// </summary>
internal readonly ref struct RenderBatch(ReadOnlySpan<byte> bytes)
{
    private const int Tables = 5;
    private const int FrameBytes = 20;
    private const int AttributeFrame = 3;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>How many components have changed.</summary>
    public int Components => Number(TablePlace(0));

    /// <summary>The value of the first attribute of that name; null where none was drawn.</summary>
    public string? FindAttribute(string name)
    {
        var frames = TablePlace(1);
        for (var n = 0; n < Number(frames); n++)
        {
            var frame = frames + sizeof(int) + (n * FrameBytes);
            if (Number(frame) == AttributeFrame && TextAt(Number(frame + 4)) == name)
            {
                return TextAt(Number(frame + 8));
            }
        }

        return null;
    }

    private string? TextAt(int index)
    {
        if (index < 0)
        {
            return null;
        }

        var place = Number(TablePlace(4) + (index * sizeof(int)));
        var (start, length) = HubMessage.FindFirst(_bytes[place..]) ?? throw new FormatException("A text of a render batch is cut off.");
        return Encoding.UTF8.GetString(_bytes.Slice(place + start, length));
    }

    private int TablePlace(int table) => Number(_bytes.Length - ((Tables - table) * sizeof(int)));

    private int Number(int place) => BinaryPrimitives.ReadInt32LittleEndian(_bytes[place..]);
}
