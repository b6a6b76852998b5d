namespace MnM.Benchmarks.Processes;

/// <summary>Waits for what another process does.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until there is an answer.</summary>
    /// <exception cref="InvalidOperationException">The process ended, or there was none in time.</exception>
    public static async Task<T> ForAsync<T>(
        string what, Func<CancellationToken, Task<T?>> ask, ChildProcess process, TimeSpan patience, CancellationToken cancellationToken)
        where T : class
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await ask(cancellationToken) is { } answer)
            {
                return answer;
            }

            var late = TimeProvider.System.GetElapsedTime(start) > patience;
            if (late || process.HasExited)
            {
                var why = late ? $"not within {patience.TotalSeconds} s" : $"the process ended with exit code {process.ExitCode}";
                throw new InvalidOperationException($"{what}: {why}.{Environment.NewLine}{string.Join(Environment.NewLine, process.Lines)}");
            }

            await Task.Delay(Step, TimeProvider.System, cancellationToken);
        }
    }
}
