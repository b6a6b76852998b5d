using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using MnM.Collector;

namespace MnM.Tests;

public sealed class PollingServiceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task In_a_host_a_loop_begins_when_all_services_are_started()
    {
        var (loop, server) = (new Loop(), new Server());
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<IHostedService>(loop).AddSingleton<IHostedService>(server);
        using var host = builder.Build();

        var starting = host.StartAsync();
        await server.IsAsked.WaitAsync(Patience);
        Assert.False(loop.Ticked.IsCompleted);

        server.Listens.SetResult();
        await starting;
        await loop.Ticked.WaitAsync(Patience);
        await host.StopAsync();
        Assert.True(loop.ExecuteTask!.IsCompleted);
    }

    [Fact]
    public async Task Without_a_host_a_loop_begins_at_once()
    {
        using var loop = new Loop();
        await loop.StartAsync(CancellationToken.None);
        await loop.Ticked.WaitAsync(Patience);
        await loop.StopAsync(CancellationToken.None);
        Assert.True(loop.ExecuteTask!.IsCompleted);
    }

    private sealed class Loop() : PollingService(TimeProvider.System, NullLogger.Instance)
    {
        private readonly TaskCompletionSource _ticked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Ticked => _ticked.Task;

        protected override TimeSpan Interval => TimeSpan.FromDays(1);

        public override Task TickAsync(CancellationToken cancellationToken)
        {
            _ticked.TrySetResult();
            return Task.CompletedTask;
        }
    }

    private sealed class Server : IHostedService
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Listens { get; } = new();

        public Task IsAsked => _asked.Task;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _asked.SetResult();
            return Listens.Task;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
