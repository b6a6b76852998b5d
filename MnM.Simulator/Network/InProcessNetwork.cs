using System.Collections.Concurrent;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace MnM.Simulator.Network;

/// <summary>Ports that exist in this process alone: requests and sockets reach them through <see cref="CreateHandler"/>, without TLS and without waiting for anybody.</summary>
public sealed class InProcessNetwork : INetwork
{
    private readonly ConcurrentDictionary<int, Port> _listening = new();
    private int _lastNumber = 49_151;
    private int _lastProcess = 4_000;

    /// <summary>
    /// A handler that finds the port by the address of the request, and fails as a real one does where nothing listens.
    /// It also carries a ClientWebSocket that is connected through it.
    /// </summary>
    public HttpMessageHandler CreateHandler() => new Handler(this);

    /// <summary>Whether anybody listens on that port now.</summary>
    public bool IsListening(int number) => _listening.ContainsKey(number);

    IPort INetwork.Bind(int number, RequestDelegate handler) => new Port(this, number == 0 ? Interlocked.Increment(ref _lastNumber) : number, handler);

    int INetwork.NextProcessId() => Interlocked.Add(ref _lastProcess, 4);

    string INetwork.ClientProcessName => "LeagueClient";

    private sealed class Port(InProcessNetwork network, int number, RequestDelegate handler) : IPort
    {
        private CancellationTokenSource _open = new();

        public int Number => number;

        public Task OpenAsync(CancellationToken cancellationToken)
        {
            if (_open.IsCancellationRequested)
            {
                _open.Dispose();
                _open = new CancellationTokenSource();
            }

            return network._listening.TryAdd(number, this) || network._listening[number] == this
                ? Task.CompletedTask
                : Task.FromException(new IOException($"Port {number} is taken."));
        }

        public Task CloseAsync()
        {
            if (network._listening.TryRemove(KeyValuePair.Create(number, this)))
            {
                _open.Cancel();
            }

            return Task.CompletedTask;
        }

        public async ValueTask DisposeAsync()
        {
            await CloseAsync();
            _open.Dispose();
        }

        public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            InProcessExchange.RunAsync(request, handler, _open.Token, cancellationToken);
    }

    private sealed class Handler(InProcessNetwork network) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return network._listening.TryGetValue(request.RequestUri!.Port, out var port)
                ? port.SendAsync(request, cancellationToken)
                : Task.FromException<HttpResponseMessage>(Refused(request.RequestUri));
        }

        private static HttpRequestException Refused(Uri address)
        {
            var cause = new SocketException((int)SocketError.ConnectionRefused);
            return new HttpRequestException(HttpRequestError.ConnectionError, $"{cause.Message} ({address.Authority})", cause);
        }
    }
}
