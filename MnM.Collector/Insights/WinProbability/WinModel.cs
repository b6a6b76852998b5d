using System.Collections.Immutable;
using MnM.Collector.Insights.Features;

namespace MnM.Collector.Insights.WinProbability;

/// <summary>A model of who wins, learnt from stored matches and tested on others. It tells of finished matches alone, never of one that runs.</summary>
public sealed record WinModel
{
    /// <summary>Under so many timelines nothing is learnt.</summary>
    public const int FewestMatches = 200;

    /// <summary>Counts up with each training.</summary>
    public required int Version { get; init; }
    public required DateTimeOffset TrainedAt { get; init; }

    /// <summary>Of so many matches it learnt.</summary>
    public required int Matches { get; init; }

    /// <summary>The weights of the standardised inputs, in the order of their names.</summary>
    public required ImmutableArray<ModelInput> Inputs { get; init; }

    /// <summary>How it did on matches that it had not seen.</summary>
    public required ModelTest Test { get; init; }

    /// <summary>The blue side's chance to win, 0 to 1.</summary>
    public double ChanceOfBlue(in MatchState state) => WinInputs.ChanceOfBlue(Inputs, state);
}

/// <summary>An input of the model.</summary>
/// <param name="Name">As the page says it.</param>
/// <param name="Scale">What one unit of the weight is.</param>
/// <param name="Weight">In log-odds.</param>
public sealed record ModelInput(string Name, double Scale, double Weight);

/// <summary>How a model did on matches that it had not seen.</summary>
/// <param name="Matches">How many; all minutes of one are on one side of the line.</param>
/// <param name="Moments">Minutes of them.</param>
/// <param name="Brier">Mean squared error of the chances, 0 to 1. G. W. Brier, Monthly Weather Review 78 (1950).</param>
/// <param name="BaseRateBrier">The score of whoever always says the share of blue wins.</param>
/// <param name="Low">The lower end of the interval of the improvement in percent, by resampling whole matches.</param>
/// <param name="High">And the upper.</param>
/// <param name="CalibrationError">Mean distance between what was said and what came, weighed by moments.</param>
/// <param name="Bins">The calibration plot.</param>
public sealed record ModelTest(int Matches, int Moments, double Brier, double BaseRateBrier, double Low, double High, double CalibrationError, ImmutableArray<CalibrationBin> Bins)
{
    /// <summary>By how many percent it is better than the base rate.</summary>
    public double ImprovementPercent => 100 * (1 - (Brier / BaseRateBrier));
}

/// <summary>Moments of which the model said about the same.</summary>
/// <param name="Said">The mean chance.</param>
/// <param name="Came">The share that was won.</param>
/// <param name="Moments">How many.</param>
/// <param name="Matches">Of so many matches: minutes of one match come out alike.</param>
public sealed record CalibrationBin(double Said, double Came, int Moments, int Matches);
