using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Matches;
using MnM.Collector.Storage;

namespace MnM.Collector.Insights.Stories;

/// <summary>Keeps what is derived of timelines, and finds what is near.</summary>
internal sealed class EmbeddingStore(IDbContextFactory<MnmDbContext> contexts)
{
    private const string ReadAll = "SELECT match_id, vectors FROM match_embeddings WHERE version = $version";

    /// <summary>The number of the timeline that was stored last; equal to one before, no new one was stored.</summary>
    public async Task<long> LastTimelineAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Database.SqlQuery<long>($"SELECT coalesce(max(rowid), 0) AS Value FROM match_timelines").SingleAsync(cancellationToken);
    }

    /// <summary>Matches of stored timelines that nothing is derived of yet.</summary>
    public async Task<ImmutableArray<string>> FindMissingAsync(int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (timelines, embeddings) = (db.MatchTimelines, db.MatchEmbeddings);
        return
        [
            .. await timelines.Where(timeline => !embeddings.Any(one => one.MatchId == timeline.MatchId && one.Version == Embedding.Version))
                .Select(timeline => timeline.MatchId).Take(most).ToListAsync(cancellationToken),
        ];
    }

    /// <summary>The vectors of a match; null where nothing is derived of it.</summary>
    public async Task<byte[]?> FindVectorsAsync(string matchId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var embeddings = db.MatchEmbeddings;
        return await embeddings.Where(one => one.MatchId == matchId).Select(one => one.Vectors).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Stores what was derived of some matches, in the place of what was derived before.</summary>
    public async Task StoreAsync(IReadOnlyCollection<MatchEmbedding> made, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var ids = made.Select(one => one.MatchId).ToList();
        await db.MatchEmbeddings.Where(one => ids.Contains(one.MatchId)).ExecuteDeleteAsync(cancellationToken);
        db.AddRange(made);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The people of the same role whose matches went most alike, the nearest first. All rows are read: nothing is kept in memory between two questions.</summary>
    /// <param name="vectors">The packed row of the match.</param>
    /// <param name="matchId">The match, whose people are left out.</param>
    /// <param name="participant">The number.</param>
    /// <param name="count">How many are wanted.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<ImmutableArray<(string MatchId, int Participant, double Cosine)>> NearestAsync(
        byte[] vectors, string matchId, int participant, int count, CancellationToken cancellationToken)
    {
        if (vectors.Length < participant * Embedding.Stride)
        {
            return [];
        }

        var own = vectors.AsMemory((participant - 1) * Embedding.Stride, Embedding.Stride);
        var nearest = new PriorityQueue<(string, int), double>();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = ReadAll;
        var version = command.CreateParameter();
        (version.ParameterName, version.Value) = ("$version", Embedding.Version);
        command.Parameters.Add(version);

        // Not awaited row by row: SQLite answers at once, and there are thousands.
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (reader.Read())
        {
            var row = reader.GetFieldValue<byte[]>(1);
            for (var place = 0; place + Embedding.Stride <= row.Length; place += Embedding.Stride)
            {
                if (row[place] != own.Span[0])
                {
                    continue;
                }

                var cosine = Embedding.Cosine(own.Span[1..], row.AsSpan(place + 1, Embedding.Length));
                if ((nearest.Count < count || (nearest.TryPeek(out _, out var farthest) && cosine > farthest)) && reader.GetString(0) is var id && id != matchId)
                {
                    nearest.Enqueue((id, (place / Embedding.Stride) + 1), cosine);
                    if (nearest.Count > count)
                    {
                        nearest.Dequeue();
                    }
                }
            }
        }

        return [.. nearest.UnorderedItems.OrderByDescending(one => one.Priority).ThenBy(one => one.Element).Select(one => (one.Element.Item1, one.Element.Item2, one.Priority))];
    }
}
