using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using MnM.Simulator.Network;
using MnM.Simulator.StaticData;

namespace MnM.Simulator.RiotApi;

/// <summary>Riot's servers on one plain port of this machine; so far Data Dragon alone.</summary>
internal sealed class RiotServer : IAsyncDisposable
{
    public const string DataDragonPrefix = "/ddragon";
    private readonly WebApplication _app;

    private RiotServer(WebApplication app) => _app = app;

    public int Port => new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    public static async Task<RiotServer> StartAsync(int port, ResponseFiles files, RequestLog log, CancellationToken cancellationToken)
    {
        var builder = EmbeddedHost.CreateBuilder(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddRouting();
        var app = builder.Build();
        app.Use(async (context, next) =>
        {
            var path = context.Request.Path.Value ?? "/";
            if (files.Find(path) is { } ready)
            {
                context.Response.ContentType = "application/json";
                await context.Response.Body.WriteAsync(ready, context.RequestAborted);
            }
            else
            {
                await next(context);
            }

            log.Write(path, context.Request.Method, context.Response.StatusCode, context.Request.Headers["X-Riot-Token"].FirstOrDefault());
        });
        app.UseRouting();
        app.MapDataDragon(DataDragonPrefix);
        await app.StartAsync(cancellationToken);
        return new RiotServer(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
