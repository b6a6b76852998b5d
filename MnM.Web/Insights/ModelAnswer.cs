using MnM.Collector.Insights.WinProbability;

namespace MnM.Web.Insights;

/// <summary>The model of win chances over HTTP.</summary>
public sealed record ModelAnswer
{
    /// <summary>Stored timelines that can be learnt from, and how many are needed.</summary>
    public required int Timelines { get; init; }
    public required int TimelinesNeeded { get; init; }
    public required bool IsTraining { get; init; }

    /// <summary>Why the last training failed; null where it did not.</summary>
    public required string? Fault { get; init; }

    /// <summary>Why there is no model; null where there is one.</summary>
    public required string? Silence { get; init; }
    public required TrainedModelAnswer? Model { get; init; }
    public required IReadOnlyList<TrainingAnswer> Trainings { get; init; }

    internal static ModelAnswer Of(WinModelState state, IEnumerable<ModelTraining> trainings) => new()
    {
        Timelines = state.Timelines,
        TimelinesNeeded = WinModel.FewestMatches,
        IsTraining = state.IsTraining,
        Fault = state.Fault,
        Silence = state.Silence,
        Model = state.Model is { } model ? TrainedModelAnswer.Of(model) : null,
        Trainings = [.. trainings.Select(training => new TrainingAnswer(
            training.Version, training.At, training.Matches, training.Took.TotalSeconds, training.Test?.Brier, training.Test?.BaseRateBrier, training.Test?.ImprovementPercent, training.Fault))],
    };
}

/// <summary>What was learnt.</summary>
/// <param name="Version">Counts up with each training.</param>
/// <param name="TrainedAt">When.</param>
/// <param name="Matches">Of so many.</param>
/// <param name="Test">On matches that were not seen.</param>
/// <param name="Leads">What each lead is worth alone.</param>
/// <param name="Inputs">The weights, in log-odds per unit of their scale.</param>
public sealed record TrainedModelAnswer(
    int Version, DateTimeOffset TrainedAt, int Matches, ModelTestAnswer Test, IReadOnlyList<LeadAnswer> Leads, IReadOnlyList<ModelInput> Inputs)
{
    internal static TrainedModelAnswer Of(WinModel model) => new(
        model.Version, model.TrainedAt, model.Matches, ModelTestAnswer.Of(model.Test), [.. LeadWorth.Of(model).Select(LeadAnswer.Of)], model.Inputs);
}

/// <summary>How good it is. Shares are 0 to 1, improvements percent with a 95 % interval.</summary>
public sealed record ModelTestAnswer(
    int Matches, int Moments, double Brier, double BaseRateBrier, double Improvement, double Low, double High, double CalibrationError, IReadOnlyList<CalibrationBin> Bins)
{
    internal static ModelTestAnswer Of(ModelTest test) => new(
        test.Matches, test.Moments, test.Brier, test.BaseRateBrier, test.ImprovementPercent, test.Low, test.High, test.CalibrationError, test.Bins);
}

/// <summary>The chance of the side that has so much of a lead in a match that is even otherwise; null where there is no such thing yet.</summary>
public sealed record LeadAnswer(string Name, string Step, double? AtTen, double? AtTwenty, double? AtThirty)
{
    internal static LeadAnswer Of(LeadWorth worth) => new(worth.Name, worth.Step, worth.Chances[0], worth.Chances[1], worth.Chances[2]);
}

/// <summary>A training. Figures are null of one that failed, the fault of one that did not.</summary>
public sealed record TrainingAnswer(int Version, DateTimeOffset At, int Matches, double Seconds, double? Brier, double? BaseRateBrier, double? Improvement, string? Fault);
