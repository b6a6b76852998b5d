using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;

namespace MnM.Collector.Live.Recording;

/// <summary>Reads recorded polls back: the nearest keyframe at or before, then the deltas in turn.</summary>
public sealed class GameReplay(IDbContextFactory<MnmDbContext> contexts, StaticDataStore staticData)
{
    private static readonly TimeSpan NoGap = TimeSpan.MaxValue;

    /// <summary>When each stored poll was made, in their order; empty where nothing is recorded.</summary>
    public async Task<IReadOnlyList<RecordedMoment>> MomentsAsync(long gameId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.GameSnapshots.AsNoTracking()
            .Where(snapshot => snapshot.GameId == gameId)
            .OrderBy(snapshot => snapshot.Sequence)
            .Select(snapshot => new RecordedMoment(snapshot.Sequence, snapshot.GameTimeSeconds, snapshot.PolledAt, snapshot.Segment))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The last poll at or before a game time, seconds, of the last segment that reaches it; null before the first.</summary>
    /// <exception cref="FormatException">The recording is damaged here.</exception>
    public async Task<RecordedPoll?> FindAtAsync(long gameId, double seconds, CancellationToken cancellationToken) =>
        RecordedMoment.At(await MomentsAsync(gameId, cancellationToken), seconds) is { } moment
            ? await FindAsync(gameId, moment.Sequence, cancellationToken)
            : null;

    /// <summary>The poll with this number; null where there is none.</summary>
    /// <exception cref="FormatException">The recording is damaged here.</exception>
    public async Task<RecordedPoll?> FindAsync(long gameId, int sequence, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshots = db.GameSnapshots;
        var keyframe = await snapshots
            .Where(snapshot => snapshot.GameId == gameId && snapshot.Sequence <= sequence && snapshot.Keyframe)
            .MaxAsync(snapshot => (int?)snapshot.Sequence, cancellationToken);
        var chain = await snapshots.AsNoTracking()
            .Where(snapshot => snapshot.GameId == gameId && snapshot.Sequence >= keyframe && snapshot.Sequence <= sequence)
            .OrderBy(snapshot => snapshot.Sequence)
            .ToListAsync(cancellationToken);
        if (chain.Count == 0 || chain[^1].Sequence != sequence)
        {
            return null;
        }

        if (chain.Count != sequence - chain[0].Sequence + 1)
        {
            throw new FormatException($"The recording of game {gameId} has a hole before poll {sequence}.");
        }

        var response = Decompress(chain[0].Payload);
        foreach (var snapshot in chain.Skip(1))
        {
            response = Apply(response, snapshot.Payload);
        }

        return new RecordedPoll(gameId, sequence, chain[^1].PolledAt, chain[^1].GameTimeSeconds, response);
    }

    /// <summary>The polls with these numbers, both ends included, as changes.</summary>
    /// <exception cref="FormatException">The recording is damaged here.</exception>
    public async Task<IReadOnlyList<RecordedChange>> ChangesAsync(long gameId, int from, int to, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.GameSnapshots.AsNoTracking()
            .Where(snapshot => snapshot.GameId == gameId && snapshot.Sequence >= from && snapshot.Sequence <= to)
            .OrderBy(snapshot => snapshot.Sequence)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new RecordedChange(
            new(row.Sequence, row.GameTimeSeconds, row.PolledAt, row.Segment), row.Keyframe ? default(ReadOnlyMemory<byte>?) : row.Payload))];
    }

    /// <summary>The poll at a game time as the live board shows one; null before the first poll. It does not know what was finished when.</summary>
    /// <exception cref="FormatException">The recording is damaged here.</exception>
    public async Task<LiveView?> ViewAtAsync(long gameId, double seconds, CancellationToken cancellationToken)
    {
        if (await FindAtAsync(gameId, seconds, cancellationToken) is not { } poll)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var game = await db.Games.AsNoTracking().FirstAsync(row => row.Id == gameId, cancellationToken);
        var players = await db.PlayersInGames.AsNoTracking().Where(player => player.GameId == gameId).OrderBy(player => player.Slot).ToListAsync(cancellationToken);

        // The row as it stood before this poll, so that it is taken as the live game took it.
        game.Polls = poll.Sequence;
        game.LastGameTime = poll.GameTime;
        using var played = LiveGame.Resume(new StoredGame(game, [.. players.Select(LiveStore.Person)], [], -1));
        return played.Accept(PolledResponse.Parse(poll.Response, poll.PolledAt), staticData.Current, NoGap).View;
    }

    private static byte[] Apply(byte[] response, byte[] delta)
    {
        using var was = JsonDocument.Parse(response, DeltaCodec.Parsing);
        using var change = JsonDocument.Parse(delta, DeltaCodec.Parsing);
        using var buffer = new DeltaBuffer();
        DeltaReader.Apply(was.RootElement, change.RootElement, buffer);
        return buffer.Written.ToArray();
    }

    private static byte[] Decompress(byte[] payload)
    {
        using var brotli = new BrotliStream(new MemoryStream(payload), CompressionMode.Decompress);
        using var response = new MemoryStream();
        brotli.CopyTo(response);
        return response.ToArray();
    }
}
