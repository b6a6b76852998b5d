using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MnM.Collector.Sharing;
using MnM.Collector.Storage;
using MnM.Web.Sharing;

namespace MnM.Tests.Sharing;

public sealed class RevocationTests
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData("/ws/live")]
    [InlineData("/_blazor")]
    public async Task A_revoked_device_s_sockets_close_and_do_not_come_back(string path)
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();
        using var socket = await friend.SocketAsync(path);
        var ended = EndAsync(socket);

        Assert.True(await lan.Desk.RevokeAsync(await lan.OnlyDeviceAsync(), CancellationToken.None));

        await ended.WaitAsync(Most);
        await Assert.ThrowsAsync<WebSocketException>(() => friend.SocketAsync(path));
    }

    [Theory]
    [InlineData("/ws/live")]
    [InlineData("/_blazor")]
    public async Task When_sharing_ends_viewers_lose_what_they_have_open(string path)
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();
        using var socket = await friend.SocketAsync(path);
        var ended = EndAsync(socket);
        await lan.Desk.SetAsync(new SharingChange(IsOn: false), CancellationToken.None);
        await ended.WaitAsync(Most);

        await lan.Desk.SetAsync(new SharingChange(IsOn: true, ShowsCustomGames: false), CancellationToken.None);
        using var again = await friend.SocketAsync(path);
        Assert.Equal(WebSocketState.Open, again.State);
    }

    [Fact]
    public async Task A_revoked_device_s_stream_of_events_ends_and_does_not_come_back()
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();
        await lan.AddImportAsync("job");
        using var stream = await friend.Http.GetAsync("/api/history/job/stream", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync());
        Assert.Equal("event: progress", await reader.ReadLineAsync());
        var rest = reader.ReadToEndAsync();

        Assert.True(await lan.Desk.RevokeAsync(await lan.OnlyDeviceAsync(), CancellationToken.None));

        await Assert.ThrowsAnyAsync<IOException>(() => rest.WaitAsync(Most));
        Assert.Equal(HttpStatusCode.Unauthorized, await friend.StatusAsync("/api/history/job/stream"));
    }

    [Fact]
    public async Task What_a_browser_had_open_before_it_paired_again_closes()
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();
        using var socket = await friend.SocketAsync("/ws/live");
        var ended = EndAsync(socket);
        using var paired = await friend.PairAsync(lan.OwnerCode);
        Assert.Equal(HttpStatusCode.OK, paired.StatusCode);
        await ended.WaitAsync(Most);
    }

    [Fact]
    public async Task Others_keep_what_they_have_open()
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();
        var device = await lan.OnlyDeviceAsync();
        var other = await lan.ViewerAsync("192.168.1.5");
        using var socket = await other.SocketAsync("/ws/live");
        await ReadAsync(socket);

        await lan.Desk.RevokeAsync(device, CancellationToken.None);

        Assert.Equal(HttpStatusCode.Unauthorized, await friend.StatusAsync("/api/games"));
        Assert.Equal(HttpStatusCode.OK, await other.StatusAsync("/api/games"));
        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Fact]
    public async Task A_page_lives_on_a_socket_alone_however_its_path_is_written()
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();
        foreach (var path in new[] { "/_blazor", "/_blazor/", "/_BLAZOR/", "/_%62lazor" })
        {
            Assert.Equal(HttpStatusCode.UpgradeRequired, await friend.StatusAsync($"{path}?id=polling"));
        }
    }

    [Fact]
    public async Task Another_MnM_on_the_same_database_ends_what_a_device_has_open_here()
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();
        using var socket = await friend.SocketAsync("/ws/live");
        var ended = EndAsync(socket);
        var services = lan.Mnm.App.Services;
        var watch = services.GetRequiredService<VisitWatch>();
        Assert.True(watch.CurrentInterval < Most);
        Assert.Contains(watch, services.GetServices<IHostedService>());

        var elsewhere = new DeviceStore(services.GetRequiredService<IDbContextFactory<MnmDbContext>>(), TimeProvider.System);
        Assert.True(await elsewhere.RevokeAsync(await lan.OnlyDeviceAsync(), CancellationToken.None));
        await watch.TickAsync(CancellationToken.None);

        await ended.WaitAsync(Most);
    }

    [Fact]
    public async Task Another_MnM_on_the_same_database_ends_sharing_here()
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();
        using var socket = await friend.SocketAsync("/ws/live");
        var ended = EndAsync(socket);
        var services = lan.Mnm.App.Services;

        using SharingSwitch other = new(services.GetRequiredService<IDbContextFactory<MnmDbContext>>(), services.GetRequiredService<IOptions<StorageOptions>>(), TimeProvider.System);
        await other.SaveAsync(new SharingChange(IsOn: false), CancellationToken.None);
        await services.GetRequiredService<VisitWatch>().TickAsync(CancellationToken.None);

        await ended.WaitAsync(Most);
        Assert.False(services.GetRequiredService<SharingSwitch>().Current.IsOn);
        Assert.Equal(HttpStatusCode.Unauthorized, await friend.StatusAsync("/api/games"));
    }

    [Theory]
    [InlineData("/_blazor", 40_000)]
    [InlineData("/_blazor", 4_000_000)]
    [InlineData("/ws/live", 5_000)]
    [InlineData("/ws/live", 4_000_000)]
    public async Task A_frame_that_is_too_large_ends_the_socket(string path, int bytes)
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();
        using var socket = await friend.SocketAsync(path);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, CancellationToken.None);
        await ReadAsync(socket);
        var ended = EndAsync(socket);
        try
        {
            // A message's length, then as many bytes as it says.
            await socket.SendAsync(LengthOf(bytes), WebSocketMessageType.Binary, false, CancellationToken.None);
            await socket.SendAsync(new byte[bytes], WebSocketMessageType.Binary, true, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // Ended before all was sent.
        }

        await ended.WaitAsync(Most);
        Assert.Equal(HttpStatusCode.OK, await friend.StatusAsync("/api/games"));
    }

    /// <summary>A length as SignalR's binary protocol writes it: seven bits a byte, the low ones first.</summary>
    private static byte[] LengthOf(int bytes)
    {
        List<byte> length = [];
        for (; bytes > 0x7f; bytes >>= 7)
        {
            length.Add((byte)((bytes & 0x7f) | 0x80));
        }

        return [.. length, (byte)bytes];
    }

    private static Task<WebSocketReceiveResult> ReadAsync(ClientWebSocket socket) => socket.ReceiveAsync(new byte[4096], CancellationToken.None);

    /// <summary>Reads until the socket ends, in whatever way.</summary>
    private static async Task EndAsync(ClientWebSocket socket)
    {
        try
        {
            while ((await ReadAsync(socket)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (WebSocketException)
        {
            // Cut off.
        }
    }
}
