using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MnM.Collector.Players;
using MnM.Collector.Players.Erasing;
using MnM.Collector.Storage;

namespace MnM.Tests.Players.Erasing;

/// <summary>A slice that looks for a person until it is told to end, and then is still at a statement until the test lets it go.</summary>
internal sealed class StalledTraces : IPersonTraces
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Begun => _begun.Task;

    public Task Cancelled => _cancelled.Task;

    public PersonEraser EraserOf(IServiceProvider services) => new(
        services.GetRequiredService<IDbContextFactory<MnmDbContext>>(), services.GetRequiredService<PlayerStore>(), [this], NullLogger<PersonEraser>.Instance);

    public void Release() => _released.TrySetResult();

    public async Task<ErasedPerson?> RecogniseAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken)
    {
        using var told = cancellationToken.Register(() => _cancelled.TrySetResult());
        _begun.TrySetResult();
        await Cancelled;
        await _released.Task;
        cancellationToken.ThrowIfCancellationRequested();
        return null;
    }

    public Task EraseAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken) => Task.CompletedTask;
}
