using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Insights.Features;
using MnM.Collector.Storage;

namespace MnM.Collector.Insights.WinProbability;

/// <summary>Keeps what came of trainings.</summary>
internal sealed class ModelStore(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>The last training by the features of now, without what it learnt; null where there was none.</summary>
    public async Task<LastTraining?> FindLastAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Current(db).OrderByDescending(model => model.Version).Select(model => new LastTraining(model.Usable, model.TrainedAt, model.Fault)).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The version of the model in use; null where there is none.</summary>
    public async Task<int?> FindVersionAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Current(db).Where(model => model.Fault == null).MaxAsync(model => (int?)model.Version, cancellationToken);
    }

    public async Task<WinModel?> FindAsync(int version, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var models = db.TrainedModels;
        return (await models.AsNoTracking().FirstOrDefaultAsync(model => model.Version == version, cancellationToken))?.Read();
    }

    /// <summary>The last trainings, the latest first.</summary>
    public async Task<ImmutableArray<TrainedModel>> ListAsync(int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var models = db.TrainedModels;
        return [.. await models.AsNoTracking().OrderByDescending(model => model.Version).Take(most).ToListAsync(cancellationToken)];
    }

    /// <summary>Stores a training under the next version, in the transaction of <paramref name="db"/>.</summary>
    public static async Task StoreAsync(MnmDbContext db, TrainedModel model, CancellationToken cancellationToken)
    {
        model.Version = 1 + (await db.TrainedModels.MaxAsync(stored => (int?)stored.Version, cancellationToken) ?? 0);
        db.Add(model);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static IQueryable<TrainedModel> Current(MnmDbContext db) => db.TrainedModels.AsNoTracking().Where(model => model.FeatureVersion == MatchFeatures.CurrentVersion);
}
