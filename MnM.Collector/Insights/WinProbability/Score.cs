using System.Collections.Immutable;

namespace MnM.Collector.Insights.WinProbability;

/// <summary>Compares what was said of matches with what came.</summary>
internal static class Score
{
    private const int Bins = 10;
    private const int Resamples = 2000;
    private const int Seed = 1950;

    public static ModelTest Of(IReadOnlyList<ToldMatch> matches)
    {
        var moments = matches.Sum(match => match.Chances.Length);

        // The best that a constant could do, which is known only afterwards: nobody who says the same of every match can be better.
        var share = (double)matches.Where(match => match.BlueWon).Sum(match => match.Chances.Length) / moments;
        var errors = matches.Select(match => ErrorOf(match, share)).ToList();
        var bins = CalibrationOf(matches);
        var (low, high) = Interval(errors);
        return new ModelTest(
            matches.Count,
            moments,
            errors.Sum(error => error.Model) / moments,
            errors.Sum(error => error.Constant) / moments,
            low,
            high,
            bins.Sum(bin => bin.Moments * Math.Abs(bin.Said - bin.Came)) / moments,
            bins);
    }

    private static (double Model, double Constant) ErrorOf(ToldMatch match, double share)
    {
        var came = match.BlueWon ? 1 : 0;
        return (match.Chances.Sum(chance => (chance - came) * (chance - came)), match.Chances.Length * (share - came) * (share - came));
    }

    /// <summary>In tenths of what was said; tenths of which nothing was said are not told.</summary>
    private static ImmutableArray<CalibrationBin> CalibrationOf(IReadOnlyList<ToldMatch> matches)
    {
        var (said, came, moments, told) = (new double[Bins], new int[Bins], new int[Bins], new int[Bins]);
        foreach (var match in matches)
        {
            var met = new bool[Bins];
            foreach (var chance in match.Chances)
            {
                var bin = Math.Min(Bins - 1, (int)(chance * Bins));
                said[bin] += chance;
                came[bin] += match.BlueWon ? 1 : 0;
                moments[bin]++;
                met[bin] = true;
            }

            for (var bin = 0; bin < Bins; bin++)
            {
                told[bin] += met[bin] ? 1 : 0;
            }
        }

        return [.. Enumerable.Range(0, Bins).Where(bin => moments[bin] > 0).Select(bin => new CalibrationBin(said[bin] / moments[bin], (double)came[bin] / moments[bin], moments[bin], told[bin]))];
    }

    /// <summary>95 of 100 improvements that whole matches drawn with repetition give (Efron's bootstrap, percentiles). The draws are the same each time.</summary>
    private static (double Low, double High) Interval(List<(double Model, double Constant)> errors)
    {
        var (random, improvements) = (new Random(Seed), new double[Resamples]);
        for (var resample = 0; resample < Resamples; resample++)
        {
            var (model, constant) = (0.0, 0.0);
            for (var draw = 0; draw < errors.Count; draw++)
            {
                var drawn = errors[random.Next(errors.Count)];
                (model, constant) = (model + drawn.Model, constant + drawn.Constant);
            }

            improvements[resample] = 100 * (1 - (model / constant));
        }

        Array.Sort(improvements);
        return (improvements[(int)(0.025 * Resamples)], improvements[(int)(0.975 * Resamples) - 1]);
    }
}
