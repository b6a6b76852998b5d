namespace MnM.Collector.Players;

/// <summary>How long somebody who waits for an answer is let wait for Riot.</summary>
internal static class Patience
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>What is told then.</summary>
    public static string TooSlow => $"Riot did not answer within {Longest.TotalSeconds:0} seconds.";

    /// <summary>What was asked for, or what <paramref name="late"/> gives in its place when the time is over.</summary>
    public static async Task<T> WaitAsync<T>(Func<CancellationToken, Task<T>> ask, Func<T> late, TimeProvider time, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(Longest, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, over.Token);
        try
        {
            return await ask(end.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return late();
        }
    }
}
