using System.Diagnostics;

namespace MnM.Benchmarks.Scenarios.Answers;

/// <summary>Sends requests at fixed times, whether or not those before are answered: a server that stalls is asked all the same, as by people.</summary>
internal static class OpenLoop
{
    /// <summary>Milliseconds of each request from the moment at which it was due until it was answered.</summary>
    /// <param name="ask">Sends the request of a number and reads its answer.</param>
    /// <param name="perSecond">How many are due in a second.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<double>> RunAsync(Func<int, CancellationToken, Task> ask, int perSecond, int count, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var asked = new Task<double>[count];
        for (var number = 0; number < count; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / perSecond);
            if (due - Stopwatch.GetElapsedTime(start) is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, TimeProvider.System, cancellationToken);
            }

            asked[number] = AskAsync(number, due);
        }

        return await Task.WhenAll(asked);

        async Task<double> AskAsync(int number, TimeSpan due)
        {
            await ask(number, cancellationToken);
            return (Stopwatch.GetElapsedTime(start) - due).TotalMilliseconds;
        }
    }
}
