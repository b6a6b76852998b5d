using Microsoft.AspNetCore.Components.Server.Circuits;

namespace MnM.Web.Shell;

/// <summary>Counts the pages that are open in browsers.</summary>
public sealed class OpenPages : CircuitHandler
{
    private int _count;

    /// <summary>How many are connected now.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <inheritdoc />
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Interlocked.Decrement(ref _count);
        return Task.CompletedTask;
    }
}
