namespace MnM.Benchmarks.Viewers;

/// <summary>Somebody who watches the running game.</summary>
/// <param name="name">What its sightings are called.</param>
/// <param name="seen">Is told each poll, from any thread.</param>
internal abstract class Viewer(string name, Action<Sighting> seen)
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the first poll.</summary>
    public Task First => _first.Task;

    /// <summary>Watches until it is cancelled.</summary>
    /// <exception cref="InvalidOperationException">MnM ended it.</exception>
    public abstract Task WatchAsync(CancellationToken cancellationToken);

    protected void See(int sequence, DateTimeOffset at, DateTimeOffset? polledAt = null)
    {
        seen(new Sighting(name, sequence, at, polledAt));
        _first.TrySetResult();
    }
}
