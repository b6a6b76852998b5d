namespace MnM.Collector.Insights.WinProbability;

/// <summary>Solves linear equations whose matrix is symmetric and positive, as a curvature with a ridge is.</summary>
internal static class Cholesky
{
    /// <param name="matrix">Row by row; its lower half is read and kept.</param>
    /// <param name="right">The right-hand side.</param>
    public static double[] Solve(ReadOnlySpan<double> matrix, ReadOnlySpan<double> right)
    {
        var count = right.Length;
        var (lower, solution) = (matrix.ToArray(), right.ToArray());
        for (var row = 0; row < count; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var left = lower[(row * count) + column];
                for (var before = 0; before < column; before++)
                {
                    left -= lower[(row * count) + before] * lower[(column * count) + before];
                }

                lower[(row * count) + column] = row == column ? Math.Sqrt(left) : left / lower[(column * count) + column];
            }
        }

        for (var row = 0; row < count; row++)
        {
            for (var before = 0; before < row; before++)
            {
                solution[row] -= lower[(row * count) + before] * solution[before];
            }

            solution[row] /= lower[(row * count) + row];
        }

        for (var row = count - 1; row >= 0; row--)
        {
            for (var after = row + 1; after < count; after++)
            {
                solution[row] -= lower[(after * count) + row] * solution[after];
            }

            solution[row] /= lower[(row * count) + row];
        }

        return solution;
    }
}
