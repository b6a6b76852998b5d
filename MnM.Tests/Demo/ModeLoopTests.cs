using System.Net;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MnM.Collector;
using MnM.Tests.Hosting;
using MnM.Web.Demo;
using MnM.Web.Hosting;
using MnM.Web.Shell;

namespace MnM.Tests.Demo;

public sealed class ModeLoopTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingLogger _log = new();
    private readonly Channel<string> _addresses = Channel.CreateUnbounded<string>();
    private readonly Channel<MnmSettings> _modes = Channel.CreateUnbounded<MnmSettings>();
    private readonly List<DemoSwitch> _switches = [];
    private readonly CancellationTokenSource _stop = new();

    [UnixFact]
    public async Task The_demo_starts_and_stops_on_the_same_address_and_never_opens_the_real_folder()
    {
        using FakeSimulator fake = new();
        var running = Run(fake);
        using HttpClient client = new() { BaseAddress = new(await NextAddressAsync()) };
        Assert.Equal("real", await ModeAsync(client));

        await PostAsync(client, "/api/demo/stop", HttpStatusCode.Conflict);
        await PostAsync(client, "/api/demo/start", HttpStatusCode.Accepted);

        Assert.Equal(client.BaseAddress, new(await NextAddressAsync()));
        Assert.Equal("demo", await ModeAsync(client));
        await PostAsync(client, "/api/demo/start", HttpStatusCode.Conflict);
        var (real, demo) = (await _modes.Reader.ReadAsync(), await _modes.Reader.ReadAsync());
        Assert.Equal(_folder.Path, real.Storage.DataDirectory);
        Assert.Equal(_folder.File("demo"), demo.Storage.DataDirectory);
        Assert.Equal(7001, demo.Live.Url.Port);
        using var simulator = fake.Process!;

        await PostAsync(client, "/api/demo/stop", HttpStatusCode.Accepted);

        Assert.Equal(client.BaseAddress, new(await NextAddressAsync()));
        Assert.Equal("real", await ModeAsync(client));
        Assert.True(simulator.HasExited);
        await _stop.CancelAsync();
        await running;
    }

    [UnixFact]
    public async Task Started_as_a_demo_it_can_go_on_with_the_real_game()
    {
        using FakeSimulator fake = new();
        var running = Run(fake, demo: true);
        using HttpClient client = new() { BaseAddress = new(await NextAddressAsync()) };
        Assert.Equal("demo", await ModeAsync(client));

        await PostAsync(client, "/api/demo/stop", HttpStatusCode.Accepted);

        await NextAddressAsync();
        Assert.Equal("real", await ModeAsync(client));
        await _stop.CancelAsync();
        await running;
    }

    [UnixFact]
    public async Task The_simulator_ends_with_MnM()
    {
        using FakeSimulator fake = new();
        var running = Run(fake, demo: true);
        await NextAddressAsync();
        using var simulator = fake.Process!;

        await _stop.CancelAsync();
        await running;

        Assert.True(simulator.HasExited);
    }

    [UnixFact]
    public async Task A_demo_that_cannot_start_leaves_the_real_MnM_as_it_is()
    {
        using FakeSimulator fake = new("exit 4");
        var running = Run(fake);
        using HttpClient client = new() { BaseAddress = new(await NextAddressAsync()) };

        await PostAsync(client, "/api/demo/start", HttpStatusCode.Accepted);

        await _log.NextAsync("The demo was not started: The simulator ended with exit code 4");
        Assert.Equal("real", await ModeAsync(client));
        await _stop.CancelAsync();
        await running;
    }

    [UnixFact]
    public async Task MnM_does_not_start_as_a_demo_without_its_simulator()
    {
        using FakeSimulator fake = new("exit 4");

        await Assert.ThrowsAsync<StartException>(() => Run(fake, demo: true));
    }

    [UnixFact]
    public async Task An_address_in_use_is_told_without_a_stack_trace()
    {
        using FakeSimulator fake = new();
        await using var other = await RunningMnm.StartAsync();

        var stopped = await Assert.ThrowsAsync<StartException>(() => Run(fake, urls: other.Address.ToString()));

        Assert.Contains("address already in use", stopped.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task A_service_that_cannot_start_is_a_reason_whose_details_are_in_the_log()
    {
        using FakeSimulator fake = new();
        ModeLoop loop = new(RunningMnm.SettingsFor(_folder), fake.Command, _log, TimeProvider.System, services => services.AddHostedService<Broken>());

        var stopped = await Assert.ThrowsAsync<StartException>(() => loop.RunAsync(_stop.Token));

        Assert.Equal("MnM cannot start: the database is broken", stopped.Message);
        await _log.NextAsync("MnM cannot start");
    }

    [UnixFact]
    public async Task A_demo_whose_database_is_broken_leads_back_to_the_real_MnM_which_tells_why()
    {
        using FakeSimulator fake = new();
        Directory.CreateDirectory(_folder.File("demo"));
        await File.WriteAllTextAsync(Path.Combine(_folder.File("demo"), "mnm.db"), new string('x', 8192));
        var running = Run(fake);
        using HttpClient client = new() { BaseAddress = new(await NextAddressAsync()) };

        await PostAsync(client, "/api/demo/start", HttpStatusCode.Accepted);

        Assert.Equal(client.BaseAddress, new(await NextAddressAsync()));
        Assert.Equal("real", await ModeAsync(client));
        Assert.StartsWith("MnM cannot start: ", _switches[^1].Wishes.Current.Fault, StringComparison.Ordinal);
        Assert.Null(fake.Process);
        await _stop.CancelAsync();
        Assert.Equal(0, await running);
    }

    [UnixFact]
    public async Task A_real_MnM_that_cannot_start_again_leads_back_to_the_demo()
    {
        using FakeSimulator fake = new();
        var running = Run(fake, demo: true);
        using HttpClient client = new() { BaseAddress = new(await NextAddressAsync()) };
        Directory.CreateDirectory(_folder.File("mnm.db"));

        await PostAsync(client, "/api/demo/stop", HttpStatusCode.Accepted);

        await NextAddressAsync();
        Assert.Equal("demo", await ModeAsync(client));
        Assert.NotNull(_switches[^1].Wishes.Current.Fault);
        Assert.Single(fake.Starts);
        await _stop.CancelAsync();
        await running;
    }

    [UnixFact]
    public async Task An_address_that_cannot_be_announced_does_not_end_MnM()
    {
        using FakeSimulator fake = new();
        ModeLoop loop = new(RunningMnm.SettingsFor(_folder), fake.Command, _log, TimeProvider.System) { Listening = _ => throw new IOException("the disk is full") };
        var running = loop.RunAsync(_stop.Token);

        await _log.NextAsync("The address cannot be written down for a second MnM: the disk is full");
        await _stop.CancelAsync();
        Assert.Equal(0, await running);
    }

    [UnixFact]
    public Task A_service_that_fails_ends_MnM_with_1() => FailAsync(running => new Failing(running));

    [UnixFact]
    public Task A_late_service_that_fails_ends_MnM_with_1() => FailAsync(running => new FailingLate(running));

    public void Dispose()
    {
        _stop.Dispose();
        _log.Dispose();
        _folder.Dispose();
    }

    private async Task FailAsync(Func<Task, IHostedService> failing)
    {
        using FakeSimulator fake = new();
        TaskCompletionSource running = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var service = failing(running.Task);
        ModeLoop loop = new(
            RunningMnm.SettingsFor(_folder), fake.Command, _log, TimeProvider.System, services => services.AddSingleton(service))
        {
            Listening = _ => running.SetResult(),
        };

        Assert.Equal(StartException.Failed, await loop.RunAsync(_stop.Token));
        await _log.NextAsync($"MnM ends because {service.GetType().Name} failed");
    }

    private Task<int> Run(FakeSimulator fake, bool demo = false, string urls = "http://127.0.0.1:0")
    {
        ModeLoop loop = new(RunningMnm.SettingsFor(_folder, ("--urls", urls)) with { IsDemo = demo }, fake.Command, _log, TimeProvider.System, Watch)
        {
            Listening = address => _addresses.Writer.TryWrite(address),
        };
        return loop.RunAsync(_stop.Token);
    }

    private void Watch(IServiceCollection services)
    {
        _modes.Writer.TryWrite((MnmSettings)services.Last(service => service.ServiceType == typeof(MnmSettings)).ImplementationInstance!);
        _switches.Add((DemoSwitch)services.Last(service => service.ServiceType == typeof(DemoSwitch)).ImplementationInstance!);
        Assert.True(_switches[^1].CanSwitch);
    }

    private async Task<string> NextAddressAsync()
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(20));
        return await _addresses.Reader.ReadAsync(patience.Token);
    }

    private static async Task<string> ModeAsync(HttpClient client)
    {
        // Not ready is an answer too: nobody waits for static data here.
        using var health = await client.GetAsync("/health?verbose=true");
        return (await health.Content.ReadAsStringAsync()).Contains("\"demo\"", StringComparison.Ordinal) ? "demo" : "real";
    }

    private static async Task PostAsync(HttpClient client, string path, HttpStatusCode status)
    {
        using var answer = await client.PostAsync(path, null);
        Assert.Equal(status, answer.StatusCode);
    }

    private sealed class Failing(Task when) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await when.WaitAsync(stoppingToken);
            throw new InvalidOperationException("the loop is broken");
        }
    }

    private sealed class FailingLate(Task when) : LateService
    {
        protected override async Task LoopAsync(CancellationToken stoppingToken)
        {
            await when.WaitAsync(stoppingToken);
            throw new InvalidOperationException("the loop is broken");
        }
    }

    private sealed class Broken : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("the database is broken");

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
