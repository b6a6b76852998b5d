using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MnM.Collector;
using MnM.Collector.Storage.Backups;
using MnM.Web.Hosting;
using MnM.Web.Sharing;

namespace MnM.Tests.Hosting;

public sealed class MnmAppTests
{
    [Fact]
    public async Task Pages_scripts_and_styles_are_served_from_an_unpublished_build()
    {
        await using var mnm = await RunningMnm.StartAsync();

        foreach (var path in new[] { "/css/mnm.css", "/_framework/blazor.web.js", "/openapi/v1.json", "/_content/Radzen.Blazor/css/standard-dark-base.css", "/_content/Radzen.Blazor/Radzen.Blazor.min.js" })
        {
            using var answer = await mnm.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Each_endpoint_is_made_once_whoever_asks_for_it()
    {
        await using var mnm = await RunningMnm.StartAsync();
        var authorized = mnm.App.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        var routed = ((IEndpointRouteBuilder)mnm.App).DataSources.SelectMany(source => source.Endpoints).ToHashSet();
        Assert.True(authorized.Count > 100);
        Assert.All(authorized, endpoint => Assert.Contains(endpoint, routed));
    }

    [Fact]
    public async Task It_listens_on_this_machine_alone_whatever_the_environment_says()
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_URLS", "http://0.0.0.0:0");
        try
        {
            await using var mnm = await RunningMnm.StartAsync();

            Assert.NotEmpty(mnm.App.Urls);
            Assert.All(mnm.App.Urls, url => Assert.True(new Uri(url).IsLoopback));
        }
        finally
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_URLS", null);
        }
    }

    [Fact]
    public async Task Every_loop_begins_and_ends_with_it()
    {
        List<Type> loops = [];
        await using var mnm = await RunningMnm.StartAsync(services => loops.AddRange(services.Select(service => service.ServiceType).Where(type => type.IsSubclassOf(typeof(PollingService))).Distinct()));
        var hosted = mnm.App.Services.GetServices<IHostedService>().ToHashSet();

        Assert.Contains(typeof(BackupLoop), loops);
        Assert.Contains(typeof(SharingMonitor), loops);
        Assert.All(loops, loop => Assert.Contains((IHostedService)mnm.App.Services.GetRequiredService(loop), hosted));
    }

    [Fact]
    public async Task Two_on_one_port_is_told_as_a_reason()
    {
        await using var mnm = await RunningMnm.StartAsync();
        using TemporaryFolder folder = new();
        using var app = await MnmApp.BuildAsync(RunningMnm.SettingsFor(folder, ("--urls", mnm.Address.ToString())));

        await Assert.ThrowsAsync<IOException>(() => app.StartAsync());
    }

    [Fact]
    public async Task It_stops_within_five_seconds_although_a_circuit_is_open()
    {
        await using var mnm = await RunningMnm.StartAsync();
        using ClientWebSocket socket = new();
        await socket.ConnectAsync(new UriBuilder(new Uri(mnm.Address, "/_blazor")) { Scheme = "ws" }.Uri, CancellationToken.None);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, CancellationToken.None);
        Assert.True((await socket.ReceiveAsync(new byte[64], CancellationToken.None)).Count > 0);

        var before = TimeProvider.System.GetTimestamp();
        await mnm.App.StopAsync();

        Assert.InRange(TimeProvider.System.GetElapsedTime(before), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Services_stop_one_after_the_other_the_latest_first()
    {
        List<string> told = [];
        await using var mnm = await RunningMnm.StartAsync(services =>
        {
            services.AddSingleton<IHostedService>(new Slow("recorder", told));
            services.AddSingleton<IHostedService>(new Slow("poller", told));
        });

        await mnm.App.StopAsync();

        Assert.Equal(["poller ends", "poller ended", "recorder ends", "recorder ended"], told);
    }

    [Fact]
    public async Task It_stops_within_five_seconds_and_in_peace_although_a_socket_is_open()
    {
        List<string> told = [];
        await using var mnm = await RunningMnm.StartAsync(services => services.AddSingleton<IHostedService>(new Slow("recorder", told)));
        using ClientWebSocket socket = new();
        await socket.ConnectAsync(new UriBuilder(new Uri(mnm.Address, "/ws/live")) { Scheme = "ws" }.Uri, CancellationToken.None);
        Assert.True((await socket.ReceiveAsync(new byte[4096], CancellationToken.None)).Count > 0);

        var before = TimeProvider.System.GetTimestamp();
        await mnm.App.StopAsync();

        Assert.InRange(TimeProvider.System.GetElapsedTime(before), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal(["recorder ends", "recorder ended"], told);
    }

    /// <summary>Lets others go first while it ends, unless it is told that there is no time left.</summary>
    private sealed class Slow(string name, List<string> told) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public async Task StopAsync(CancellationToken cancellationToken)
        {
            told.Add($"{name} ends");
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            told.Add($"{name} ended");
        }
    }
}
