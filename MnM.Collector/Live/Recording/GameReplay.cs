using Microsoft.EntityFrameworkCore;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;

namespace MnM.Collector.Live.Recording;

/// <summary>Reads recorded polls back, by their number or by the game's clock.</summary>
public sealed class GameReplay(IDbContextFactory<MnmDbContext> contexts, StaticDataStore staticData)
{
    /// <summary>When each stored poll was made.</summary>
    public async Task<RecordedMoments> MomentsAsync(long gameId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await RecordingReader.MomentsAsync(db, gameId, cancellationToken);
    }

    /// <summary>The last poll at or before a game time, seconds, of the last segment that reaches it; null before the first.</summary>
    /// <exception cref="FormatException">The recording is damaged here.</exception>
    public async Task<RecordedPoll?> FindAtAsync(long gameId, double seconds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var moments = await RecordingReader.MomentsAsync(db, gameId, cancellationToken);
        return await ReadAsync(db, gameId, moments.At(seconds), cancellationToken);
    }

    /// <summary>The poll with this number; null where there is none.</summary>
    /// <exception cref="FormatException">The recording is damaged here.</exception>
    public async Task<RecordedPoll?> FindAsync(long gameId, int sequence, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(db, gameId, await RecordingReader.MomentAsync(db, gameId, sequence, cancellationToken), cancellationToken);
    }

    /// <summary>The polls with these numbers, both ends included, as changes.</summary>
    /// <exception cref="FormatException">The recording is damaged here.</exception>
    public async Task<IReadOnlyList<RecordedChange>> ChangesAsync(long gameId, int from, int to, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await RecordingReader.ChangesAsync(db, gameId, from, to, cancellationToken);
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
        var gaps = await db.GameGaps.CountAsync(gap => gap.GameId == gameId && gap.Sequence <= poll.Sequence, cancellationToken);
        using var played = LiveGame.Resume(new StoredGame(game, [.. players.Select(LiveStore.Person)], [], gaps));
        return played.Accept(PolledResponse.Parse(poll.Response, poll.PolledAt), staticData.Current).View;
    }

    private static async Task<RecordedPoll?> ReadAsync(MnmDbContext db, long gameId, RecordedMoment? found, CancellationToken cancellationToken) =>
        found is { } moment && await RecordingReader.ResponseAsync(db, gameId, moment.Sequence, cancellationToken) is { } response
            ? new RecordedPoll(gameId, moment.Sequence, moment.PolledAt, moment.GameTime, response)
            : null;
}
