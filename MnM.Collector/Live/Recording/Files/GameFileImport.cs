using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;

namespace MnM.Collector.Live.Recording.Files;

/// <summary>What came of a game file.</summary>
/// <param name="GameId">The game here; null where the file was refused.</param>
/// <param name="IsNew">Whether it was not here before.</param>
/// <param name="Fault">Why it was refused, in a sentence for people.</param>
public sealed record ImportedGame(long? GameId, bool IsNew, string? Fault);

/// <summary>How far the reading of a game file is.</summary>
public readonly record struct GameFileProgress(int Polls, int Of);

/// <summary>
/// Takes a game that another MnM recorded. Nothing of the file goes into the database as it stands: its polls are played again, as if the game answered them,
/// and only when the last line has proved all of it, the game is stored, in one transaction and under a number of its own.
/// </summary>
public sealed partial class GameFileImport(IDbContextFactory<MnmDbContext> contexts, StaticDataStore staticData, TimeProvider time, ILogger<GameFileImport> logger)
{
    /// <summary>Bytes of the largest file.</summary>
    public const long LargestFile = 64L * 1024 * 1024;

    /// <summary>Reads and stores a game file.</summary>
    /// <exception cref="IOException">The file does not come to its end.</exception>
    public async Task<ImportedGame> ImportAsync(Stream file, IProgress<GameFileProgress>? progress, CancellationToken cancellationToken)
    {
        using var played = new PlayedFile(staticData.Current);
        try
        {
            await played.ReadAsync(file, time.GetUtcNow(), progress, cancellationToken);
        }
        catch (FormatException fault)
        {
            Log.Refused(logger, fault.Message);
            return new(null, false, fault is RefusedFileException ? fault.Message : "This is no game file, or it is damaged.");
        }

        return await StoreAsync(played, cancellationToken);
    }

    private async Task<ImportedGame> StoreAsync(PlayedFile played, CancellationToken cancellationToken)
    {
        try
        {
            var isNew = await AddAsync(played, cancellationToken);
            Log.Imported(logger, played.Id, played.Polls);
            return new(played.Id, isNew, null);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is 5 or 6 or 8 or 10 or 13)
        {
            Log.NotStored(logger, fault);
            return new(null, false, fault.SqliteErrorCode == 13 ? "The disk is full; the game was not stored." : "The database did not take the game; nothing was changed.");
        }
    }

    /// <summary>Answers false where the game is here already: the same file has the same number.</summary>
    private async Task<bool> AddAsync(PlayedFile played, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Games.AnyAsync(game => game.Id == played.Id, cancellationToken))
        {
            return false;
        }

        // By prepared commands: some thousand rows, during which the recorder of a running game waits.
        await WriteAsync([played.Game]);
        await WriteAsync(played.Players);
        await WriteAsync(played.Events);
        await WriteAsync(played.Gaps);
        await WriteAsync(played.Segments);
        await WriteAsync(played.Timeline);
        await transaction.CommitAsync(cancellationToken);
        return true;

        async Task WriteAsync<T>(IEnumerable<T> rows)
            where T : class
        {
            using var writer = RowWriter<T>.Insert(db);
            foreach (var row in rows)
            {
                await writer.WriteAsync(row, transaction.GetDbTransaction(), cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A game file was opened as game {Id}, {Polls} polls")]
        public static partial void Imported(ILogger logger, long id, int polls);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A game file was refused: {Reason}")]
        public static partial void Refused(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "A game of a file could not be stored")]
        public static partial void NotStored(ILogger logger, Exception fault);
    }
}
