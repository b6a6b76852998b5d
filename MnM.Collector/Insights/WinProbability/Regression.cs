using System.Collections.Immutable;
using MnM.Collector.Insights.Features;

namespace MnM.Collector.Insights.WinProbability;

/// <summary>
/// Logistic regression with a ridge by Newton's method (Hastie, Tibshirani, Friedman, *The Elements of Statistical Learning*, 4.4.1 and 3.4.1).
/// Nothing is drawn and all sums go in one order, so that the same matches give the same weights to the bit.
/// </summary>
internal sealed class Regression
{
    private const int MostSteps = 30;
    private const int MostHalvings = 20;
    private const double Enough = 1e-9;

    /// <summary>
    /// What weights cost beside a match. Gold, kills and towers tell much the same, so that each of them alone seldom weighs more than one, in log-odds of what is usual.
    /// It matters for a few hundred matches; beside thousands it is next to nothing.
    /// </summary>
    private const double Ridge = 3;

    private readonly IReadOnlyList<LearntMatch> _matches;
    private readonly double _share;
    private readonly double[] _scales;
    private readonly double[] _gradient = new double[WinInputs.Count];
    private readonly double[] _curvature = new double[WinInputs.Count * WinInputs.Count];

    private Regression(IReadOnlyList<LearntMatch> matches)
    {
        _matches = matches;

        // Minutes of a match are hardly several observations: altogether they weigh what their matches do.
        _share = (double)matches.Count / matches.Sum(match => match.States.Length);
        _scales = Scales(matches);
    }

    /// <summary>The inputs with their weights.</summary>
    public static ImmutableArray<ModelInput> Fit(IReadOnlyList<LearntMatch> matches, CancellationToken cancellationToken)
    {
        var regression = new Regression(matches);
        var weights = regression.Fit(cancellationToken);
        return [.. WinInputs.Names.Select((name, input) => new ModelInput(name, regression._scales[input], weights[input]))];
    }

    private static double[] Scales(IReadOnlyList<LearntMatch> matches)
    {
        var (squares, moments) = (new double[WinInputs.Count], 0);
        Span<double> values = stackalloc double[WinInputs.Count];
        foreach (var state in matches.SelectMany(match => match.States))
        {
            WinInputs.Fill(state, values);
            for (var input = 0; input < values.Length; input++)
            {
                squares[input] += values[input] * values[input];
            }

            moments++;
        }

        // About zero and not about the mean, which would favour a side.
        return Array.ConvertAll(squares, square => square > 0 ? Math.Sqrt(square / moments) : 1);
    }

    private double[] Fit(CancellationToken cancellationToken)
    {
        var weights = new double[WinInputs.Count];
        var loss = Measure(weights);
        for (var step = 0; step < MostSteps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var direction = Cholesky.Solve(_curvature, _gradient);
            var (next, nextLoss, halvings) = (weights, double.PositiveInfinity, 0);
            for (var length = 1.0; !(nextLoss <= loss) && halvings <= MostHalvings; length /= 2, halvings++)
            {
                next = [.. weights.Zip(direction, (weight, change) => weight - (length * change))];
                nextLoss = Measure(next);
            }

            var largest = direction.Max(Math.Abs);
            if (!(nextLoss <= loss))
            {
                return weights;
            }

            (weights, loss) = (next, nextLoss);
            if (largest < Enough)
            {
                return weights;
            }
        }

        return weights;
    }

    /// <summary>The loss at some weights; gradient and curvature there are kept.</summary>
    private double Measure(double[] weights)
    {
        var (count, loss) = (weights.Length, 0.0);
        Array.Clear(_gradient);
        Array.Clear(_curvature);
        Span<double> values = stackalloc double[count];
        foreach (var match in _matches)
        {
            foreach (ref readonly var state in match.States.AsSpan())
            {
                WinInputs.Fill(state, values);
                var odds = 0.0;
                for (var input = 0; input < count; input++)
                {
                    values[input] /= _scales[input];
                    odds += weights[input] * values[input];
                }

                var chance = Logistic.Of(odds);
                var (error, spread) = (_share * (chance - (match.BlueWon ? 1 : 0)), _share * chance * (1 - chance));
                loss += _share * Surprise(match.BlueWon ? odds : -odds);
                Add(values, error, spread);
            }
        }

        for (var input = 0; input < count; input++)
        {
            loss += Ridge * weights[input] * weights[input] / 2;
            _gradient[input] += Ridge * weights[input];
            _curvature[(input * count) + input] += Ridge;
        }

        return loss;
    }

    /// <summary>The lower half of the curvature is enough: it is symmetric.</summary>
    private void Add(ReadOnlySpan<double> values, double error, double spread)
    {
        for (var row = 0; row < values.Length; row++)
        {
            var value = values[row];
            if (value == 0)
            {
                continue;
            }

            _gradient[row] += error * value;
            var line = _curvature.AsSpan(row * values.Length, row + 1);
            var weighed = spread * value;
            for (var column = 0; column < line.Length; column++)
            {
                line[column] += weighed * values[column];
            }
        }
    }

    /// <summary>−ln of the chance that was given to what came.</summary>
    private static double Surprise(double odds) => odds > 0 ? Math.Log(1 + Math.Exp(-odds)) : Math.Log(1 + Math.Exp(odds)) - odds;
}
