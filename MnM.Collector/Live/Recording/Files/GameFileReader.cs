using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Live.Recording.Files;

/// <summary>A poll of a game file.</summary>
/// <param name="At">When the answer arrived, UTC.</param>
/// <param name="Gap">Why polls before it are missing; null where none are.</param>
/// <param name="Response">What the game answered.</param>
internal readonly record struct FiledPoll(DateTimeOffset At, string? Gap, ReadOnlyMemory<byte> Response);

/// <summary>
/// Reads a game file that somebody else may have made. What it expands to is limited at each step, and the last line is checked before it says that all is well:
/// until then whoever takes the polls must not keep them.
/// </summary>
internal static class GameFileReader
{
    public const int MostPolls = 200_000;
    public const string TooLarge = "The game file expands to more than any game has.";

    /// <summary>Bytes of all lines.</summary>
    private const long MostExpanded = 512L * 1024 * 1024;

    /// <summary>Bytes of all answers, made of lines that tell only what changed.</summary>
    private const long MostRebuilt = 4L * 1024 * 1024 * 1024;

    /// <summary>Bytes of an answer, and of a line: a real answer has some 100 KB, and those since the last whole one are kept until the next.</summary>
    private const int LargestLine = 1024 * 1024;
    private const string Damaged = "This is no game file, or it is damaged.";

    private static readonly string[] Reasons = [GameGap.Restart, GameGap.NoAnswer, GameGap.NotStored];

    /// <summary>Hands over the polls in order; answers the first line once the last one has proved them.</summary>
    /// <exception cref="RefusedFileException">The file is refused; the message says why, for people.</exception>
    public static async Task<GameFileHead> ReadAsync(Stream file, DateTimeOffset now, Action<GameFileHead, FiledPoll> take, CancellationToken cancellationToken)
    {
        await using var plain = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
        var lines = PipeReader.Create(plain, new(bufferSize: 64 * 1024, leaveOpen: true));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var head = JsonSerializer.Deserialize(await NextAsync(), GameFileJson.Default.GameFileHead) ?? throw new RefusedFileException(Damaged);
        if (head.FaultAt(now) is { } fault)
        {
            throw new RefusedFileException(fault);
        }

        var answers = new Answers();
        var expanded = 0L;
        for (var polls = 0; polls < head.Polls; polls++)
        {
            var line = await NextAsync();
            expanded += line.Length;
            if (expanded > MostExpanded)
            {
                throw new RefusedFileException(TooLarge);
            }

            take(head, answers.Next(line, now));
        }

        var proved = Convert.ToHexStringLower(hash.GetCurrentHash());
        var end = JsonSerializer.Deserialize(await NextAsync(), GameFileJson.Default.GameFileEnd);
        return end is not null && end.End == head.Polls && end.Sha256 == proved && await LineAsync(lines, cancellationToken) is null ? head : throw new RefusedFileException(Damaged);

        async Task<byte[]> NextAsync()
        {
            var line = await LineAsync(lines, cancellationToken) ?? throw new RefusedFileException("The game file is cut off.");
            hash.AppendData(line);
            hash.AppendData("\n"u8);
            return line;
        }
    }

    private static async Task<byte[]?> LineAsync(PipeReader lines, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await lines.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end).ToArray();
                lines.AdvanceTo(buffer.GetPosition(1, end));
                return line;
            }

            if (buffer.Length > LargestLine)
            {
                throw new RefusedFileException(TooLarge);
            }

            if (read.IsCompleted)
            {
                return buffer.IsEmpty ? null : throw new RefusedFileException("The game file is cut off.");
            }

            lines.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    /// <summary>The answers, each made of the one before.</summary>
    private sealed class Answers
    {
        private JsonTree? _tree;
        private long _rebuilt;

        public FiledPoll Next(byte[] line, DateTimeOffset now)
        {
            using var document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = DeltaCodec.MaxDepth + 8 });
            var root = document.RootElement;
            var at = root.GetProperty("at").GetDateTimeOffset();
            var gap = root.Member("gap"u8).ValueKind == JsonValueKind.String ? root.Member("gap"u8).GetString() : null;
            if (!GameFileHead.IsTime(at, now) || (gap is not null && !Reasons.Contains(gap)))
            {
                throw new RefusedFileException(Damaged);
            }

            if (root.Member("response"u8) is { ValueKind: JsonValueKind.Object } whole)
            {
                _tree = JsonTree.Of(whole.Raw());
            }
            else
            {
                (_tree ?? throw new RefusedFileException(Damaged)).Apply(root.GetProperty("delta"));
            }

            using var answer = new DeltaBuffer(LargestLine);
            _tree.Write(answer);
            _rebuilt += answer.Length;
            return _rebuilt <= MostRebuilt ? new(at.ToUniversalTime(), gap, answer.Written.ToArray()) : throw new RefusedFileException(TooLarge);
        }
    }
}
