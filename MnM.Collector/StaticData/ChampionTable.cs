using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.StaticData;

/// <summary>Keeps the table champions like the catalog in use.</summary>
internal sealed class ChampionTable(IDbContextFactory<MnmDbContext> contexts)
{
    private object? _stored;

    /// <summary>Stores the champions of a catalog that is not stored yet, all in one transaction.</summary>
    public async Task StoreAsync(StaticCatalog catalog, CancellationToken cancellationToken)
    {
        if (catalog.Version is not { } version || ReferenceEquals(catalog.Champions, _stored))
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.Set<Champion>().ToDictionaryAsync(champion => champion.ChampId, cancellationToken);
        foreach (var champion in catalog.Champions.Values)
        {
            if (known.TryGetValue(champion.Id, out var row))
            {
                (row.Alias, row.Name, row.Image, row.Version) = (champion.Alias, champion.Name, champion.Image, version);
            }
            else
            {
                db.Add(new Champion { ChampId = champion.Id, Alias = champion.Alias, Name = champion.Name, Image = champion.Image, Version = version });
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        _stored = catalog.Champions;
    }
}
