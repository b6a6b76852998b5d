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
        foreach (var service in services)
        {
            await service.StartingAsync(CancellationToken.None);
            await service.StartAsync(CancellationToken.None);
        }

        await Task.WhenAll(services.Select(service => service.StartedAsync(CancellationToken.None)));
        await Task.WhenAll(services.Select(service => service.ExecuteTask!)).WaitAsync(Patience);

        Assert.InRange(crowd.Most, 1, Math.Max(1, Environment.ProcessorCount - 1));
        services.ForEach(service => service.Dispose());
    }

    [Fact]
    public async Task Later_looks_do_not_wait_for_others()
    {
        using Twice service = new();
        await service.StartingAsync(CancellationToken.None);
        await service.StartAsync(CancellationToken.None);
        await service.StartedAsync(CancellationToken.None);
        await service.ExecuteTask!.WaitAsync(Patience);
        Assert.Equal([false, true], service.AreOnThePool);
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
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => LookAsync(() =>
        {
            crowd.Pass();
            return Task.CompletedTask;
        });
    }

    private sealed class Twice : LateService
    {
        public List<bool> AreOnThePool { get; } = [];

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await LookAsync(NoteAsync);
            await LookAsync(NoteAsync);
        }

        private Task NoteAsync()
        {
            AreOnThePool.Add(TaskScheduler.Current == TaskScheduler.Default);
            return Task.CompletedTask;
        }
    }
}
