namespace MnM.Collector.Insights.WinProbability;

/// <summary>The model that is in use.</summary>
public sealed class WinModels
{
    /// <summary>As it is in the database.</summary>
    public Task<WinModelState> FindAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
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
        : Fault ?? (Timelines < WinModel.FewestMatches
            ? $"{Timelines} of the {WinModel.FewestMatches} timelines are stored that a model of win chances needs; until then no chances are told."
            : "The model is being trained.");
}
