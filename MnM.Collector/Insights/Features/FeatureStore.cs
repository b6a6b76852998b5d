using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Matches;
using MnM.Collector.Storage;

namespace MnM.Collector.Insights.Features;

/// <summary>Derives rows of features from stored timelines, and hands them out.</summary>
internal sealed class FeatureStore(IDbContextFactory<MnmDbContext> contexts, MatchQueries matches)
{
    /// <summary>How many matches can be learnt from.</summary>
    public async Task<int> CountUsableAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Usable(db).CountAsync(cancellationToken);
    }

    /// <summary>The newest of those, by their ids: the order in which sums are made must not depend on when they were stored.</summary>
    public async Task<ImmutableArray<LearntMatch>> ReadUsableAsync(int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await Usable(db).AsNoTracking().OrderByDescending(row => row.StartedAt).ThenBy(row => row.MatchId).Take(most)
            .Select(row => new { row.MatchId, row.BlueWon, row.States }).ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(row => row.MatchId, StringComparer.Ordinal)
                .Select(row => PackedStates.TryUnpack(row.States ?? []) is { IsEmpty: false } states ? LearntMatch.Of(row.MatchId, row.BlueWon, states) : null)
                .OfType<LearntMatch>(),
        ];
    }

    /// <summary>Derives the rows of timelines that have none of this version, those of the newest matches first; answers how many it derived.</summary>
    public async Task<int> DeriveAsync(int most, CancellationToken cancellationToken)
    {
        var ids = await FindUnreadAsync(most, cancellationToken);
        var rows = new List<MatchFeatures>();
        foreach (var id in ids)
        {
            if (await matches.FindAsync(id, cancellationToken) is { } match && await matches.FindTimelineAsync(id, cancellationToken) is { } timeline)
            {
                rows.Add(MatchFeatures.Of(match, timeline.Read));
            }
        }

        await StoreAsync(rows, cancellationToken);
        return rows.Count;
    }

    private static IQueryable<MatchFeatures> Usable(MnmDbContext db) => db.MatchFeatures.Where(row => row.Version == MatchFeatures.CurrentVersion && row.Reason == null);

    private async Task<IReadOnlyList<string>> FindUnreadAsync(int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (timelines, stored, features) = (db.MatchTimelines, db.Matches, db.MatchFeatures);

        // A row stands and falls with its timeline, so that equal counts leave nothing to look for: two counts are much cheaper than the search.
        if (await timelines.CountAsync(cancellationToken) == await features.CountAsync(row => row.Version == MatchFeatures.CurrentVersion, cancellationToken))
        {
            return [];
        }

        return await timelines
            .Where(timeline => !features.Any(row => row.MatchId == timeline.MatchId && row.Version == MatchFeatures.CurrentVersion))
            .Join(stored, timeline => timeline.MatchId, match => match.Id, (timeline, match) => new { match.Id, match.StartedAt })
            .OrderByDescending(match => match.StartedAt)
            .Select(match => match.Id)
            .Take(most)
            .ToListAsync(cancellationToken);
    }

    private async Task StoreAsync(List<MatchFeatures> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var ids = rows.ConvertAll(row => row.MatchId);
        await db.MatchFeatures.Where(row => ids.Contains(row.MatchId)).ExecuteDeleteAsync(cancellationToken);
        db.AddRange(rows);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
