using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MnM.Simulator.Network;
using MnM.Simulator.StaticData;
using MnM.Simulator.World;

namespace MnM.Simulator.RiotApi;

/// <summary>Riot's servers on one plain port: the API on every route, Data Dragon, and the lists of queues and maps.</summary>
public sealed class RiotServer : IAsyncDisposable
{
    /// <summary>Below it lies Data Dragon.</summary>
    public const string DataDragonPrefix = "/ddragon";

    /// <summary>Below it lie the lists of queues and maps.</summary>
    public const string GameConstantsPrefix = "/docs/lol";

    private readonly RiotGateway _gateway;
    private readonly IAsyncDisposable _listener;

    private RiotServer(RiotGateway gateway, int port, IAsyncDisposable listener) => (_gateway, Port, _listener) = (gateway, port, listener);

    public int Port { get; }

    /// <summary>The API's address, with {route} in the place of a platform or a region.</summary>
    public string BaseUrl => $"http://127.0.0.1:{Port}/{{route}}";

    /// <summary>
    /// The API alone, reached through handlers of the network: at <see cref="BaseUrl"/>, or at any host that begins with a route on <see cref="Port"/>.
    /// Without latency every request is answered before anything is waited for.
    /// </summary>
    public static RiotServer InProcess(InProcessNetwork network, RiotApiOptions options, TimeProvider clock, GameLedger? ledger = null, RequestLog? log = null) =>
        InProcess(network, options, new RiotSurroundings(ledger ?? new GameLedger(1), new ResponseFiles(null), log ?? new RequestLog(null, clock), clock));

    /// <summary>Makes a platform or a region answer 404 to everything, or mends it.</summary>
    public void SetMissing(string route, bool missing) => _gateway.Faults.SetMissing(route, missing);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_listener is WebApplication app)
        {
            await app.StopAsync(CancellationToken.None);
        }

        await _listener.DisposeAsync();
    }

    internal static RiotServer InProcess(InProcessNetwork network, RiotApiOptions options, RiotSurroundings around)
    {
        var gateway = Gateway(options, around);
        var port = ((INetwork)network).Bind(options.Port, context => RiotAddress.Of(context.Request) is { } address
            ? gateway.HandleAsync(context, address)
            : NowhereAsync(context));

        // Nothing is waited for: a port inside the process opens at once.
        _ = port.OpenAsync(CancellationToken.None);
        return new RiotServer(gateway, port.Number, port);
    }

    internal static async Task<RiotServer> StartAsync(RiotApiOptions options, RiotSurroundings around, CancellationToken cancellationToken)
    {
        var gateway = Gateway(options, around);
        var builder = EmbeddedHost.CreateBuilder(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        builder.Services.AddRouting();
        var app = builder.Build();
        app.Use((context, next) => RiotAddress.Of(context.Request) is { } address ? gateway.HandleAsync(context, address) : next(context));
        app.Use(async (context, next) =>
        {
            var path = context.Request.Path.Value ?? "/";
            if (around.Files.Find(path) is { } ready)
            {
                context.Response.ContentType = "application/json";
                await context.Response.Body.WriteAsync(ready, context.RequestAborted);
            }
            else
            {
                await next(context);
            }

            around.Log.Write(path, context.Request.Method, context.Response.StatusCode);
        });
        app.UseRouting();
        app.MapDataDragon(DataDragonPrefix);
        app.MapGameConstants(GameConstantsPrefix);
        await app.StartAsync(cancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new RiotServer(gateway, new Uri(address).Port, app);
    }

    private static RiotGateway Gateway(RiotApiOptions options, RiotSurroundings around) =>
        new(options, new RiotMethodAnswers(new RiotWorld(around.Ledger, around.Week, options, around.Clock) { Ladder = around.Ladder }), around);

    private static Task NowhereAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
