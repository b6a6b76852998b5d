using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MnM.Collector.Live.Lcu;
using MnM.Collector.Riot.Wire;
using MnM.Collector.Storage;

namespace MnM.Collector.Live;

/// <summary>Keeps what the League client tells after a game. A block waits here until the database has taken it.</summary>
internal sealed partial class PostGame(IDbContextFactory<MnmDbContext> contexts, TimeProvider time, ILogger<PostGame> logger)
{
    private readonly ConcurrentDictionary<long, EndOfGameBlock> _pending = [];
    private bool _hasFailed;

    /// <summary>Takes a block; a later one of the same game replaces it.</summary>
    public void Take(long clientGameId, JsonElement block) => _pending[clientGameId] = new EndOfGameBlock
    {
        ClientGameId = clientGameId,
        ReceivedAt = time.GetUtcNow(),
        Payload = Packing.Pack(block.Raw()),
    };

    /// <summary>Stores what waits; what cannot be stored now stays for the next time.</summary>
    public async Task StorePendingAsync(CancellationToken cancellationToken)
    {
        foreach (var (id, block) in _pending)
        {
            try
            {
                await StoreAsync(block, cancellationToken);
                _pending.TryRemove(new(id, block));
                _hasFailed = false;
                Log.Stored(logger, id);
            }
            catch (Exception fault) when (fault is DbException or DbUpdateException)
            {
                if (!_hasFailed)
                {
                    Log.NotStored(logger, id, fault.GetBaseException().Message);
                }

                _hasFailed = true;
                return;
            }
        }
    }

    /// <summary>The block of a game; null where the client told none.</summary>
    public async Task<EndOfGameView?> FindAsync(long clientGameId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var blocks = db.EndOfGameBlocks;
        var block = await blocks.AsNoTracking().FirstOrDefaultAsync(block => block.ClientGameId == clientGameId, cancellationToken);
        if (block is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(Packing.Unpack(block.Payload));
        return EndOfGameReader.Read(document.RootElement);
    }

    private async Task StoreAsync(EndOfGameBlock block, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var blocks = db.EndOfGameBlocks;
        var isThere = await blocks.AnyAsync(stored => stored.ClientGameId == block.ClientGameId, cancellationToken);
        db.Entry(block).State = isThere ? EntityState.Modified : EntityState.Added;
        await db.SaveChangesAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The League client's statistics of game {Id} are stored")]
        public static partial void Stored(ILogger logger, long id);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The League client's statistics of game {Id} wait in memory: {Reason}")]
        public static partial void NotStored(ILogger logger, long id, string reason);
    }
}
