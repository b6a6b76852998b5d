using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Tests.Hosting;
using MnM.Web.Sharing.Listening;

namespace MnM.Tests.Sharing.Listening;

/// <summary>Real sockets against the real server. Who comes to 127.0.0.2 comes from the local network as far as MnM can tell.</summary>
public sealed class HostileSocketsTests : IAsyncLifetime
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan HeadTime = TimeSpan.FromSeconds(1);
    private static readonly IPAddress Lan = IPAddress.Parse("127.0.0.2");
    private readonly List<Socket> _sockets = [];
    private TimeSpan _headTime;
    private RunningMnm _mnm = null!;

    private ConnectionLimit Limit => _mnm.App.Services.GetRequiredService<ConnectionLimit>();

    public async Task InitializeAsync()
    {
        _mnm = await RunningMnm.StartAsync(services =>
        {
            // Nothing decides anew what is listened to: 127.0.0.2 is no address to be shared.
            services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.ReturnType == typeof(LanListener)));
            services.AddSingleton<IConnectionListenerFactory, LanTransport>();
            services.PostConfigure<KestrelServerOptions>(kestrel => (_headTime, kestrel.Limits.RequestHeadersTimeout) = (kestrel.Limits.RequestHeadersTimeout, HeadTime));
        });
        _mnm.App.Services.GetRequiredService<ListenSource>().Listen([$"http://{Lan}:{_mnm.Address.Port}"]);
    }

    public async Task DisposeAsync()
    {
        _sockets.ForEach(socket => socket.Dispose());
        await _mnm.DisposeAsync();
    }

    [Fact]
    public async Task A_thousand_idle_sockets_hold_four_hundred_and_whoever_sits_here_is_answered()
    {
        // Read until it ends: what is refused is cut off at once, what is held is not.
        var ends = new List<Task>();
        for (var i = 0; i < 1000; i++)
        {
            ends.Add(EndAsync(await ConnectAsync()));
        }

        await UntilAsync(() => ends.Count(end => end.IsCompleted) == 1000 - ConnectionLimit.MostOfAll);
        Assert.Equal(ConnectionLimit.MostOfAll, Limit.Open);
        using var answer = await _mnm.Client.GetAsync("/health").WaitAsync(Most);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        _sockets.ForEach(socket => socket.Dispose());
        await UntilAsync(() => Limit.Open == 0);
    }

    [Fact]
    public async Task Who_sends_a_letter_now_and_then_is_cut_off()
    {
        Assert.InRange(_headTime, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
        var slow = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            var socket = await ConnectAsync();
            await socket.SendAsync(Encoding.ASCII.GetBytes("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "));
            return socket;
        }));
        using var answer = await _mnm.Client.GetAsync("/health").WaitAsync(Most);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        var ends = slow.Select(EndAsync).ToList();
        using var letters = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (ends.Exists(end => !end.IsCompleted) && await letters.WaitForNextTickAsync())
        {
            await Task.WhenAll(slow.Where(socket => socket.Connected).Select(SendLetterAsync));
        }

        Assert.All(await Task.WhenAll(ends), said => Assert.StartsWith("HTTP/1.1 408", said, StringComparison.Ordinal));
        await UntilAsync(() => Limit.Open == 0);
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        lock (_sockets)
        {
            _sockets.Add(socket);
        }

        // The endpoint comes a moment after it was asked for.
        for (var tries = 0; ; tries++)
        {
            try
            {
                await socket.ConnectAsync(new IPEndPoint(Lan, _mnm.Address.Port));
                return socket;
            }
            catch (SocketException) when (tries < 1000)
            {
                await Task.Yield();
            }
        }
    }

    private static async Task SendLetterAsync(Socket socket)
    {
        try
        {
            await socket.SendAsync("a"u8.ToArray());
        }
        catch (SocketException)
        {
            // Cut off meanwhile.
        }
    }

    /// <summary>What a socket is told until it ends.</summary>
    private static async Task<string> EndAsync(Socket socket)
    {
        var (told, buffer) = (new StringBuilder(), new byte[1024]);
        try
        {
            while (await socket.ReceiveAsync(buffer) is > 0 and var count)
            {
                told.Append(Encoding.ASCII.GetString(buffer, 0, count));
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // Cut off.
        }

        return told.ToString();
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(Most);
        while (!isSo())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>The server's own transport; whoever comes to the address of the local network has one of its addresses, 30 sockets each.</summary>
    private sealed class LanTransport(ILoggerFactory logs) : IConnectionListenerFactory
    {
        private readonly SocketTransportFactory _sockets = new(Options.Create(new SocketTransportOptions()), logs);

        public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
        {
            var listener = await _sockets.BindAsync(endpoint, cancellationToken);
            return Lan.Equals((endpoint as IPEndPoint)?.Address) ? new Listener(listener) : listener;
        }

        private sealed class Listener(IConnectionListener listener) : IConnectionListener
        {
            private int _count;

            public EndPoint EndPoint => listener.EndPoint;

            public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
            {
                var connection = await listener.AcceptAsync(cancellationToken);
                if (connection is not null)
                {
                    connection.RemoteEndPoint = new IPEndPoint(IPAddress.Parse($"192.168.1.{1 + (_count++ / 30)}"), 50_000);
                }

                return connection;
            }

            public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => listener.UnbindAsync(cancellationToken);

            public ValueTask DisposeAsync() => listener.DisposeAsync();
        }
    }
}
