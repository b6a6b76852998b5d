using MnM.Collector;

namespace MnM.Tests;

public sealed class LateServiceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task First_looks_leave_a_processor_to_whoever_asks()
    {
        Crowd crowd = new();
        var services = Enumerable.Range(0, 20 * Environment.ProcessorCount).Select(_ => new Busy(crowd)).ToList();
        await Task.WhenAll(services.Select(StartAsync));
        await Task.WhenAll(services.Select(service => service.ExecuteTask!)).WaitAsync(Patience);

        Assert.InRange(crowd.Most, 1, Math.Max(1, Environment.ProcessorCount - 1));
        services.ForEach(service => service.Dispose());
    }

    [Fact]
    public async Task Later_looks_do_not_wait_for_others()
    {
        using Twice service = new();
        await StartAsync(service);
        await service.ExecuteTask!.WaitAsync(Patience);
        Assert.Equal([false, true], service.AreOnThePool);
    }

    [Fact]
    public async Task Who_stops_does_not_wait_for_a_turn()
    {
        using var held = new ManualResetEventSlim();
        var holders = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Holder(held)).ToList();
        using var late = new Holder(held);
        await Task.WhenAll(holders.Select(StartAsync));
        await Task.WhenAll(holders.Select(holder => holder.Asked)).WaitAsync(Patience);
        await StartAsync(late);
        await late.Asked.WaitAsync(Patience);
        try
        {
            // The last in the queue, as the last registered service stops first.
            await late.StopAsync(CancellationToken.None).WaitAsync(Patience);
            Assert.False(late.Entered.IsCompleted);
        }
        finally
        {
            held.Set();
        }

        await Task.WhenAll(holders.Select(holder => holder.StopAsync(CancellationToken.None))).WaitAsync(Patience);
        holders.ForEach(holder => holder.Dispose());
    }

    [Fact]
    public async Task Who_stops_before_all_are_started_does_nothing()
    {
        using Twice service = new();
        await service.StartingAsync(CancellationToken.None);
        await service.StartAsync(CancellationToken.None);
        await service.StopAsync(CancellationToken.None).WaitAsync(Patience);
        Assert.Empty(service.AreOnThePool);
        Assert.True(service.ExecuteTask!.IsCompleted);
    }

    private static async Task StartAsync(LateService service)
    {
        await service.StartingAsync(CancellationToken.None);
        await service.StartAsync(CancellationToken.None);
        await service.StartedAsync(CancellationToken.None);
    }

    private sealed class Crowd
    {
        private int _here;
        private int _most;

        public int Most => _most;

        public void Pass()
        {
            var here = Interlocked.Increment(ref _here);
            InterlockedMax(here);
            Thread.SpinWait(100_000);
            Interlocked.Decrement(ref _here);
        }

        private void InterlockedMax(int here)
        {
            for (var most = _most; here > most; most = _most)
            {
                Interlocked.CompareExchange(ref _most, here, most);
            }
        }
    }

    private sealed class Busy(Crowd crowd) : LateService
    {
        protected override Task LoopAsync(CancellationToken stoppingToken) => LookAsync(
            () =>
            {
                crowd.Pass();
                return Task.CompletedTask;
            },
            stoppingToken);
    }

    private sealed class Twice : LateService
    {
        public List<bool> AreOnThePool { get; } = [];

        protected override async Task LoopAsync(CancellationToken stoppingToken)
        {
            await LookAsync(NoteAsync, stoppingToken);
            await LookAsync(NoteAsync, stoppingToken);
        }

        private Task NoteAsync()
        {
            AreOnThePool.Add(TaskScheduler.Current == TaskScheduler.Default);
            return Task.CompletedTask;
        }
    }

    private sealed class Holder(ManualResetEventSlim held) : LateService
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Entered => _entered.Task;

        public Task Asked => _asked.Task;

        protected override async Task LoopAsync(CancellationToken stoppingToken)
        {
            var look = LookAsync(Hold, stoppingToken);
            _asked.TrySetResult();
            await look.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        private Task Hold()
        {
            _entered.TrySetResult();
            held.Wait(Patience, CancellationToken.None);
            return Task.CompletedTask;
        }
    }
}
