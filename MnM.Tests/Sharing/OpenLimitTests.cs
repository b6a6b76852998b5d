using System.Net;
using System.Net.WebSockets;

namespace MnM.Tests.Sharing;

public sealed class OpenLimitTests
{
    [Theory]
    [InlineData("/_blazor", "/ws/live")]
    [InlineData("/ws/live", "/_blazor")]
    public async Task A_device_may_have_eight_open_of_a_kind(string path, string other)
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();
        List<ClientWebSocket> open = [];
        for (var i = 0; i < 8; i++)
        {
            open.Add(await friend.SocketAsync(path));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await RefusedAsync(friend, path));
        open.Add(await friend.SocketAsync(other));
        open.Add(await (await lan.ViewerAsync("192.168.1.5")).SocketAsync(path));
        open[0].Abort();
        open.Add(await RetryAsync(() => friend.SocketAsync(path)));
        Assert.Equal(WebSocketState.Open, open[^1].State);
        open.ForEach(socket => socket.Dispose());
    }

    [Theory]
    [InlineData("/_blazor")]
    [InlineData("/ws/live")]
    public async Task All_devices_together_may_have_a_hundred_open_of_a_kind(string path)
    {
        await using var lan = await LanMnm.StartAsync();
        List<ClientWebSocket> open = [];
        for (var device = 0; device < 12; device++)
        {
            var friend = await lan.ViewerAsync($"192.168.1.{device + 10}");
            open.AddRange(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => friend.SocketAsync(path))));
        }

        var last = await lan.ViewerAsync();
        open.AddRange(await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => last.SocketAsync(path))));

        Assert.Equal(HttpStatusCode.TooManyRequests, await RefusedAsync(last, path));
        open[0].Abort();
        open.Add(await RetryAsync(() => last.SocketAsync(path)));
        Assert.Equal(WebSocketState.Open, open[^1].State);
        open.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task Streams_of_events_count_with_the_sockets()
    {
        await using var lan = await LanMnm.StartAsync();
        var friend = await lan.ViewerAsync();
        await lan.AddImportAsync("job");
        List<IDisposable> open = [];
        for (var i = 0; i < 4; i++)
        {
            var stream = await friend.Http.GetAsync("/api/history/job/stream", HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(HttpStatusCode.OK, stream.StatusCode);
            open.AddRange(stream, await friend.SocketAsync("/ws/live"));
        }

        using var refused = await friend.Http.GetAsync("/api/history/job/stream", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("Too many sockets and streams are open.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(10), refused.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, await friend.StatusAsync("/api/games"));
        open.ForEach(one => one.Dispose());
    }

    private static async Task<HttpStatusCode> RefusedAsync(LanMnm.Device device, string path)
    {
        using var socket = new ClientWebSocket();
        await Assert.ThrowsAsync<WebSocketException>(() => device.ConnectAsync(socket, path));
        return socket.HttpStatusCode;
    }

    /// <summary>The server notices an end a moment after it.</summary>
    private static async Task<T> RetryAsync<T>(Func<Task<T>> act)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await act();
            }
            catch (WebSocketException) when (tries < 200)
            {
                await Task.Yield();
            }
        }
    }
}
