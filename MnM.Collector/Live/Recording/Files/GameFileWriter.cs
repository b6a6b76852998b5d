using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;

namespace MnM.Collector.Live.Recording.Files;

/// <summary>What came of the wish for a game file.</summary>
public enum GameFileResult
{
    Written,

    /// <summary>There is no such game.</summary>
    NoGame,

    /// <summary>The game still runs.</summary>
    Running,

    /// <summary>Nothing of it is recorded, or the recording was deleted.</summary>
    NotRecorded,
}

/// <summary>Writes the whole recording of a game into one file, which another MnM opens; docs/data.md describes it.</summary>
public sealed class GameFileWriter(IDbContextFactory<MnmDbContext> contexts, StaticDataStore staticData, TimeProvider time)
{
    /// <summary>Polls that are read at a time.</summary>
    private const int Part = 600;

    /// <summary>Writes the file of a game that is over, and reads it back as another MnM would.</summary>
    /// <param name="gameId">Which.</param>
    /// <param name="file">Empty; it can be read and sought in.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="RefusedFileException">No MnM would open the file; the message says why, for people.</exception>
    /// <exception cref="FormatException">The recording is damaged; what was written is of no use.</exception>
    public async Task<GameFileResult> WriteAsync(long gameId, Stream file, CancellationToken cancellationToken)
    {
        var result = await WriteUncheckedAsync(gameId, file, cancellationToken);
        if (result == GameFileResult.Written)
        {
            file.Position = 0;
            using PlayedFile played = new(staticData.Current);
            await played.ReadAsync(file, time.GetUtcNow(), progress: null, cancellationToken);
            file.Position = 0;
        }

        return file.Length <= GameFileImport.LargestFile ? result : throw new RefusedFileException(GameFileReader.TooLarge);
    }

    private async Task<GameFileResult> WriteUncheckedAsync(long gameId, Stream output, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Games.AsNoTracking().FirstOrDefaultAsync(row => row.Id == gameId, cancellationToken) is not { } game)
        {
            return GameFileResult.NoGame;
        }

        if (game.IsLive)
        {
            return GameFileResult.Running;
        }

        var moments = await RecordingReader.MomentsAsync(db, gameId, cancellationToken);
        if (moments.Damage is [var damage, ..])
        {
            throw new FormatException(damage.Fault);
        }

        if (moments.Readable.Count == 0)
        {
            return GameFileResult.NotRecorded;
        }

        var gaps = await db.GameGaps.AsNoTracking().Where(gap => gap.GameId == gameId).ToDictionaryAsync(gap => gap.Sequence, cancellationToken);
        await using var packed = new GZipStream(output, CompressionLevel.SmallestSize, leaveOpen: true);
        using var lines = new Lines(packed);
        await lines.WriteAsync(json => JsonSerializer.Serialize(json, GameFileHead.Of(game, moments.Readable.Count), GameFileJson.Default.GameFileHead), cancellationToken);
        var next = moments.Readable[0].Sequence;
        for (var last = moments.Readable[^1].Sequence; next <= last;)
        {
            foreach (var (moment, delta) in await RecordingReader.ChangesAsync(db, gameId, next, Math.Min(next + Part - 1, last), cancellationToken))
            {
                if (moment.Sequence != next && delta is not null)
                {
                    throw new FormatException($"The recording of game {gameId} lacks polls before poll {moment.Sequence}.");
                }

                var whole = delta is null ? await RecordingReader.ResponseAsync(db, gameId, moment.Sequence, cancellationToken) : null;
                await lines.WriteAsync(json => WritePoll(json, moment, gaps.GetValueOrDefault(moment.Sequence), whole, delta), cancellationToken);
                next = moment.Sequence + 1;
            }
        }

        await lines.EndAsync(moments.Readable.Count, cancellationToken);
        return GameFileResult.Written;
    }

    private static void WritePoll(Utf8JsonWriter json, RecordedMoment moment, GameGap? gap, byte[]? whole, ReadOnlyMemory<byte>? delta)
    {
        json.WriteStartObject();
        json.WriteString("at", moment.PolledAt);
        if (gap is not null)
        {
            json.WriteString("gap", gap.Reason ?? GameGap.NoAnswer);
        }

        json.WritePropertyName(whole is null ? "delta" : "response");
        json.WriteRawValue(whole is null ? delta!.Value.Span : whole, skipInputValidation: true);
        json.WriteEndObject();
    }

    /// <summary>Lines of JSON and the hash of all of them.</summary>
    private sealed class Lines(Stream output) : IDisposable
    {
        private readonly ArrayBufferWriter<byte> _line = new(64 * 1024);
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public async Task WriteAsync(Action<Utf8JsonWriter> write, CancellationToken cancellationToken)
        {
            _line.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(_line, new JsonWriterOptions { MaxDepth = DeltaCodec.MaxDepth + 8, SkipValidation = true }))
            {
                write(json);
            }

            // The game breaks lines between its members, never within a text, where JSON wants them escaped.
            var bytes = _line.WrittenSpan.ToArray();
            bytes.AsSpan().Replace((byte)'\n', (byte)' ');
            bytes.AsSpan().Replace((byte)'\r', (byte)' ');
            byte[] line = [.. bytes, (byte)'\n'];
            _hash.AppendData(line);
            await output.WriteAsync(line, cancellationToken);
        }

        public Task EndAsync(int polls, CancellationToken cancellationToken)
        {
            var end = new GameFileEnd { End = polls, Sha256 = Convert.ToHexStringLower(_hash.GetCurrentHash()) };
            return WriteAsync(json => JsonSerializer.Serialize(json, end, GameFileJson.Default.GameFileEnd), cancellationToken);
        }

        public void Dispose() => _hash.Dispose();
    }
}
