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
        var (late, early, server) = (new Loop(waits: true), new Loop(waits: false), new Server());
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<IHostedService>(late).AddSingleton<IHostedService>(early).AddSingleton<IHostedService>(server);
        using var host = builder.Build();

        var starting = host.StartAsync();
        await early.Ticked.WaitAsync(Patience);
        Assert.Null(late.ExecuteTask);
        Assert.False(late.Ticked.IsCompleted);

        server.Listens.SetResult();
        await starting;
        await late.Ticked.WaitAsync(Patience);
        await host.StopAsync();
        Assert.True(late.ExecuteTask!.IsCompleted);
    }

    [Fact]
    public async Task Without_a_host_a_loop_begins_at_once()
    {
        using var loop = new Loop(waits: true);
        await loop.StartAsync(CancellationToken.None);
        await loop.Ticked.WaitAsync(Patience);
        await loop.StopAsync(CancellationToken.None);
        Assert.True(loop.ExecuteTask!.IsCompleted);
    }

    private sealed class Loop(bool waits) : PollingService(TimeProvider.System, NullLogger.Instance)
    {
        private readonly TaskCompletionSource _ticked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Ticked => _ticked.Task;

        protected override TimeSpan Interval => TimeSpan.FromDays(1);

        protected override bool WaitsForStart => waits;

        public override Task TickAsync(CancellationToken cancellationToken)
        {
            _ticked.TrySetResult();
            return Task.CompletedTask;
        }
    }

    private sealed class Server : IHostedService
    {
        public TaskCompletionSource Listens { get; } = new();

        public Task StartAsync(CancellationToken cancellationToken) => Listens.Task;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
