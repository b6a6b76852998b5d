using System.Collections.Immutable;
using MnM.Collector.Insights.Features;

namespace MnM.Collector.Insights.WinProbability;

/// <summary>Learns who wins from some matches, and finds out how good that is. Pure: the same matches give the same model to the bit.</summary>
internal static class Training
{
    /// <summary>Each fifth of the matches is held out once.</summary>
    public const int Parts = 5;

    /// <summary>The weights that all matches teach, and how weights taught by four fifths of them did on the fifth.</summary>
    /// <exception cref="TrainingException">Nothing can be learnt from these matches.</exception>
    public static (ImmutableArray<ModelInput> Inputs, ModelTest Test) Run(IReadOnlyList<LearntMatch> matches, CancellationToken cancellationToken) =>
        (Fit(matches, cancellationToken), Test(matches, Parts, cancellationToken));

    /// <summary>How good a model is on matches that it has not seen, each part of them held out once.</summary>
    /// <exception cref="TrainingException">Nothing can be learnt from these matches.</exception>
    public static ModelTest Test(IReadOnlyList<LearntMatch> matches, int parts, CancellationToken cancellationToken) => Score.Of(HeldOut.Tell(matches, parts, cancellationToken));

    /// <summary>The weights.</summary>
    /// <exception cref="TrainingException">Nothing can be learnt from these matches.</exception>
    public static ImmutableArray<ModelInput> Fit(IReadOnlyList<LearntMatch> matches, CancellationToken cancellationToken) =>
        matches.Any(match => match.BlueWon) && !matches.All(match => match.BlueWon)
            ? Regression.Fit(matches, cancellationToken)
            : throw new TrainingException($"The same side won all of {matches.Count} matches: nothing can be learnt from them.");
}

/// <summary>Nothing can be learnt, for a reason that people can read.</summary>
internal sealed class TrainingException(string message) : Exception(message);
