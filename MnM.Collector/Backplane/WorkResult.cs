using MnM.Collector.Storage;

namespace MnM.Collector.Backplane;

/// <summary>What came of working on an item. A handler that throws has failed, and the item is tried again.</summary>
internal abstract record WorkResult
{
    private WorkResult()
    {
    }

    /// <summary>It was done, and there is nothing to store.</summary>
    public static WorkResult Done { get; } = new Ended(WorkState.Done, null);

    /// <param name="State">A final state.</param>
    /// <param name="Reason">Why, in a sentence for people.</param>
    /// <param name="Store">Stores the result in the transaction that ends the item; see <see cref="WorkQueue.CompleteAsync"/>.</param>
    internal sealed record Ended(WorkState State, string? Reason, Func<MnmDbContext, CancellationToken, Task>? Store = null) : WorkResult;

    /// <summary>It failed, and a later attempt may not.</summary>
    /// <param name="Reason">Why, in a sentence for people.</param>
    /// <param name="After">How long to wait; the usual time, which grows from attempt to attempt, where null.</param>
    internal sealed record Retry(string Reason, TimeSpan? After = null) : WorkResult;

    /// <summary>It could not be attempted yet, and no attempt is counted.</summary>
    /// <param name="For">How long to wait.</param>
    /// <param name="Reason">Why, in a sentence for people; null leaves what was told last.</param>
    /// <param name="Payload">What the work is to know from now on; null leaves what it knows.</param>
    internal sealed record Wait(TimeSpan For, string? Reason = null, string? Payload = null) : WorkResult;
}
