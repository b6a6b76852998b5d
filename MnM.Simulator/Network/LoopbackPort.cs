using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace MnM.Simulator.Network;

/// <summary>A port of 127.0.0.1 that speaks TLS with the game's certificate.</summary>
internal sealed class LoopbackPort : IPort
{
    private readonly X509Certificate2 _certificate;
    private readonly RequestDelegate _handler;
    private readonly Socket _holder;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private WebApplication? _app;

    /// <param name="number">0 for any free port.</param>
    /// <param name="certificate">With its key.</param>
    /// <param name="handler">Answers every request.</param>
    public LoopbackPort(int number, X509Certificate2 certificate, RequestDelegate handler)
    {
        (_certificate, _handler) = (certificate, handler);
        _holder = Bind(new IPEndPoint(IPAddress.Loopback, number));
        Number = ((IPEndPoint)_holder.LocalEndPoint!).Port;
        if (OperatingSystem.IsWindows())
        {
            _holder.Dispose();
        }
    }

    public int Number { get; }

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_app is null)
            {
                var app = Build();
                await app.StartAsync(cancellationToken);
                _app = app;
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Answers under way go out first.</summary>
    public async Task CloseAsync()
    {
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            if (_app is { } app)
            {
                _app = null;
                await app.StopAsync(CancellationToken.None);
                await app.DisposeAsync();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _holder.Dispose();
        _gate.Dispose();
    }

    // A socket that is bound but does not listen keeps the number ours and refuses connections; on Linux and macOS a second may bind beside it.
    private static Socket Bind(IPEndPoint endPoint)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        if (!OperatingSystem.IsWindows())
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        }

        socket.Bind(endPoint);
        return socket;
    }

    private WebApplication Build()
    {
        var builder = EmbeddedHost.CreateBuilder(kestrel => kestrel.Listen(IPAddress.Loopback, Number, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.UseHttps(_certificate);
        }));
        builder.Services.Configure<SocketTransportOptions>(options => options.CreateBoundListenSocket = endPoint => Bind((IPEndPoint)endPoint));
        var app = builder.Build();
        app.Run(_handler);
        return app;
    }
}
