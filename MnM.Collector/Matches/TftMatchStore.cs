using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Matches;

/// <summary>Writes and reads raw matches of Teamfight Tactics. What is there already stays, since a match never changes.</summary>
internal sealed class TftMatchStore(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>Stores a match in the transaction of <paramref name="db"/>.</summary>
    public static async Task StoreAsync(MnmDbContext db, FetchedTftMatch fetched, CancellationToken cancellationToken)
    {
        var match = fetched.Read.Match;
        if (await db.TftMatches.AnyAsync(stored => stored.Id == match.Id, cancellationToken))
        {
            return;
        }

        db.Add(match);
        db.Add(new TftMatchPayload { Id = match.Id, Payload = fetched.Packed });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A stored match with its people; null where it is not stored.</summary>
    public async Task<ReadTftMatch?> FindAsync(string matchId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (matches, payloads) = (db.TftMatches, db.TftMatchPayloads);
        if (await matches.AsNoTracking().FirstOrDefaultAsync(match => match.Id == matchId, cancellationToken) is not { } stored)
        {
            return null;
        }

        var payload = await payloads.AsNoTracking().FirstAsync(match => match.Id == matchId, cancellationToken);
        return TftMatchReader.Read(matchId, Packing.Unpack(payload.Payload), stored.FetchedAt);
    }
}

/// <summary>A match of Teamfight Tactics as Riot gave it: read, and its JSON, which is compressed before others wait for the database.</summary>
internal sealed record FetchedTftMatch(ReadTftMatch Read, byte[] Packed)
{
    public static FetchedTftMatch Of(ReadTftMatch read, byte[] json) => new(read, Packing.Pack(json));
}
