using System.Collections.Immutable;
using MnM.Collector.Backplane;
using MnM.Collector.Insights.Features;

namespace MnM.Collector.Insights.WinProbability;

/// <summary>The model that is in use.</summary>
public sealed class WinModels
{
    private const int MostTold = 20;

    private readonly ModelStore _models;
    private readonly FeatureStore _features;
    private readonly WorkQueries _work;
    private WinModel? _current;

    internal WinModels(ModelStore models, FeatureStore features, WorkQueries work) => (_models, _features, _work) = (models, features, work);

    /// <summary>As it is in the database. The model itself is read again only when another one was learnt.</summary>
    public async Task<WinModelState> FindAsync(CancellationToken cancellationToken)
    {
        var last = await _models.FindLastAsync(cancellationToken);
        return new WinModelState(
            await FindModelAsync(cancellationToken),
            await _features.CountUsableAsync(cancellationToken),
            await _work.FindAsync(ModelRunner.WorkKind, ModelRunner.Key, cancellationToken) is { State: WorkState.Open },
            last?.Fault);
    }

    /// <summary>How it stood when MnM last looked.</summary>
    public Feed<ModelNews> News { get; } = new(ModelNews.None);

    /// <summary>Looks how it stands, and tells the pages that are open where something has changed.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var state = await FindAsync(cancellationToken);
        if (state != News.Current.State)
        {
            News.Publish(new ModelNews(state, await ListAsync(cancellationToken)));
        }
    }

    /// <summary>The last trainings, the latest first.</summary>
    public async Task<ImmutableArray<ModelTraining>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await _models.ListAsync(MostTold, cancellationToken)).Select(model => new ModelTraining(model.Version, model.TrainedAt, model.Matches, TimeSpan.FromMilliseconds(model.Milliseconds), model.Read()?.Test, model.Fault))];

    private async Task<WinModel?> FindModelAsync(CancellationToken cancellationToken)
    {
        if (await _models.FindVersionAsync(cancellationToken) is not { } version)
        {
            return null;
        }

        var known = Volatile.Read(ref _current);
        if (known?.Version != version)
        {
            known = await _models.FindAsync(version, cancellationToken);
            Volatile.Write(ref _current, known);
        }

        return known;
    }
}

/// <summary>How the model stands.</summary>
/// <param name="Model">Null while there is none.</param>
/// <param name="Timelines">Stored timelines that can be learnt from.</param>
/// <param name="IsTraining">Whether one is learnt now.</param>
/// <param name="Fault">Why the last training failed, in a sentence for people; null where it did not.</param>
public sealed record WinModelState(WinModel? Model, int Timelines, bool IsTraining, string? Fault)
{
    /// <summary>Why there is no model, in a sentence for people; null where there is one.</summary>
    public string? Silence => Model is not null ? null
        : Timelines < WinModel.FewestMatches ? $"{Timelines} of the {WinModel.FewestMatches} timelines are stored that a model of win chances needs; until then no chances are told."
        : IsTraining ? "The model is being trained."
        : Fault ?? "The model is trained within a minute.";
}

/// <summary>How the model stood when MnM last looked, for pages that are open.</summary>
/// <param name="State">Null until it has looked.</param>
/// <param name="Trainings">The last ones, the latest first.</param>
public sealed record ModelNews(WinModelState? State, ImmutableArray<ModelTraining> Trainings)
{
    public static ModelNews None { get; } = new(null, []);
}

/// <summary>A training of the model.</summary>
/// <param name="Version">Counts up with each.</param>
/// <param name="At">When it ended.</param>
/// <param name="Matches">Of so many it learnt.</param>
/// <param name="Took">How long.</param>
/// <param name="Test">How good the model was; null where it failed.</param>
/// <param name="Fault">Why it failed, in a sentence for people; null where it did not.</param>
public sealed record ModelTraining(int Version, DateTimeOffset At, int Matches, TimeSpan Took, ModelTest? Test, string? Fault);
