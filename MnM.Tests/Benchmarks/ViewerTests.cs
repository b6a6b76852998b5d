using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MnM.Benchmarks.Games;
using MnM.Benchmarks.Viewers;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Collector.Sharing;
using MnM.Collector.StaticData;
using MnM.Tests.Hosting;
using MnM.Tests.Live;
using MnM.Tests.Sharing;

namespace MnM.Tests.Benchmarks;

public sealed class ViewerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Channel<Sighting> _seen = Channel.CreateUnbounded<Sighting>();
    private readonly CancellationTokenSource _stop = new(Patience);

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task A_circuit_without_a_browser_sees_each_poll()
    {
        await using var mnm = await StartAsync();
        await SeesEachPollAsync(mnm, new CircuitViewer("one", mnm.Address, mnm.Client, sighting => _seen.Writer.TryWrite(sighting)));
    }

    [Fact]
    public async Task A_paired_device_s_circuit_sees_each_poll()
    {
        await using var lan = await LanMnm.StartAsync(configure: RemoveLoops, settings: [("TRUSTED_PROXIES", "127.0.0.1"), ("OWNER_FROM_LOOPBACK", "false")]);

        // Nobody tells of this game that it is no custom one.
        await lan.Desk.SetAsync(new SharingChange(IsOn: true, ShowsCustomGames: true), CancellationToken.None);
        var cookie = (await lan.ViewerAsync()).Cookies.GetCookies(lan.Mnm.Address).Single();
        using var client = new PairedDevice("192.168.0.9", $"{cookie.Name}={cookie.Value}").Client();
        await SeesEachPollAsync(lan.Mnm, new CircuitViewer("one", lan.Mnm.Address, client, sighting => _seen.Writer.TryWrite(sighting)));
    }

    [Fact]
    public async Task A_socket_sees_each_poll_and_when_it_was_made()
    {
        await using var mnm = await StartAsync();
        var last = await SeesEachPollAsync(mnm, new SocketViewer("one", mnm.Address, sighting => _seen.Writer.TryWrite(sighting)));
        Assert.Equal(mnm.Feed().Current.Game!.PolledAt, last.PolledAt);
    }

    [Fact]
    public async Task A_viewer_whose_MnM_ends_says_so()
    {
        await using var mnm = await StartAsync();
        using var game = new WatchedGame(1, StaticCatalog.Empty);
        Publish(mnm, game, 100);
        var viewer = new CircuitViewer("one", mnm.Address, mnm.Client, _ => { });
        var watching = viewer.WatchAsync(_stop.Token);
        await viewer.First.WaitAsync(_stop.Token);
        await mnm.App.StopAsync();
        var ended = await Record.ExceptionAsync(() => watching);
        Assert.True(ended is InvalidOperationException or System.Net.WebSockets.WebSocketException, $"{ended}");
    }

    private async Task<Sighting> SeesEachPollAsync(RunningMnm mnm, Viewer viewer)
    {
        using var game = new WatchedGame(1, StaticCatalog.Empty);
        Publish(mnm, game, 100);
        var watching = viewer.WatchAsync(_stop.Token);
        var last = await _seen.Reader.ReadAsync(_stop.Token);
        Assert.Equal(("one", 0), (last.Viewer, last.Sequence));
        for (var sequence = 1; sequence < 4; sequence++)
        {
            Publish(mnm, game, 100 + sequence);
            last = await _seen.Reader.ReadAsync(_stop.Token);
            Assert.Equal(sequence, last.Sequence);
        }

        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
        return last;
    }

    private static void Publish(RunningMnm mnm, WatchedGame game, double seconds) =>
        mnm.Feed().Publish(new LiveState { Connection = LiveConnection.InGame, Game = game.Take(Encoding.UTF8.GetBytes(Polls.Response(seconds))).View });

    private static Task<RunningMnm> StartAsync() => RunningMnm.StartAsync(RemoveLoops);

    // The loops are the hosted services made by a factory: the test alone publishes.
    private static void RemoveLoops(IServiceCollection services)
    {
        foreach (var loop in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory is not null).ToList())
        {
            services.Remove(loop);
        }
    }
}

file static class RunningMnmFeed
{
    public static Feed<LiveState> Feed(this RunningMnm mnm) => mnm.App.Services.GetRequiredService<Feed<LiveState>>();
}
