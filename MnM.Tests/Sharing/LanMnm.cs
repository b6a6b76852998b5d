using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Backplane;
using MnM.Collector.History.Import;
using MnM.Collector.Players;
using MnM.Collector.Sharing;
using MnM.Collector.Storage;
using MnM.Tests.History.Time;
using MnM.Tests.Hosting;
using MnM.Tests.Live.Pages;
using MnM.Web.Hosting;
using MnM.Web.Sharing;
using MnM.Web.Sharing.Listening;

namespace MnM.Tests.Sharing;

/// <summary>A shared MnM. Its devices stand in the local network as far as MnM can tell; no address but loopback is listened to.</summary>
internal sealed class LanMnm : IAsyncDisposable
{
    private const string FromHeader = "Test-From";
    private readonly List<HttpClient> _clients = [];

    private LanMnm(RunningMnm mnm) => Mnm = mnm;

    public RunningMnm Mnm { get; }

    /// <summary>Who sits at the machine.</summary>
    public HttpClient Owner => Mnm.Client;

    public SharingDesk Desk => Mnm.App.Services.GetRequiredService<SharingDesk>();

    public string OwnerCode => Mnm.App.Services.GetRequiredService<OwnerCode>().Read();

    public static async Task<LanMnm> StartAsync(bool isShared = true, Action<IServiceCollection>? configure = null, params (string Name, string Value)[] settings)
    {
        var mnm = new LanMnm(await RunningMnm.StartAsync(
            services =>
            {
                services.AddSingleton(new LanAddresses(() => []));
                services.AddSingleton<IStartupFilter>(new From());
                configure?.Invoke(services);
            },
            settings: settings));
        if (isShared)
        {
            await mnm.Desk.SetAsync(new SharingChange(IsOn: true, ShowsCustomGames: false), CancellationToken.None);
        }

        return mnm;
    }

    /// <summary>A browser at another address.</summary>
    public Device At(string address)
    {
        var cookies = new CookieContainer();
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = Mnm.Address };
        client.DefaultRequestHeaders.Add(FromHeader, address);
        _clients.Add(client);
        return new Device(client, cookies, address);
    }

    /// <summary>A browser that was let in to read.</summary>
    public async Task<Device> ViewerAsync(string address = "192.168.1.4")
    {
        var device = At(address);
        using var answer = await device.PairAsync((await Desk.OpenCodeAsync(CancellationToken.None))!.Code);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return device;
    }

    /// <summary>The number of the only device.</summary>
    public async Task<long> OnlyDeviceAsync() =>
        Assert.Single(await Mnm.App.Services.GetRequiredService<DeviceStore>().ListAsync(CancellationToken.None)).Id;

    /// <summary>An import of Anna's matches that has not ended.</summary>
    public async Task AddImportAsync(string id)
    {
        // One without work to come would be ended by the upkeep of imports.
        await Mnm.App.Services.GetRequiredService<WorkQueue>().EnqueueAsync(
            [new NewWork(ImportWork.Page, id, Lane.Crawl) { DueAt = TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(1) }], CancellationToken.None);
        await using var db = await Mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        await StoredGames.AddPlayerAsync(db, "Anna", "EUW", StoredGames.Id('a'));
        var anna = await db.Set<Player>().SingleAsync();
        db.Add(new ImportJob { Id = id, PlayerId = anna.Id, Puuid = StoredGames.Id('a'), Region = "europe", GameName = "Anna", TagLine = "EUW", Queues = "", CreatedAt = LiveViews.At });
        await db.SaveChangesAsync();
    }

    /// <summary>From now on nothing of a device can be changed, as on a full disk.</summary>
    public async Task FillDiskAsync()
    {
        await using var db = await Mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlAsync($"CREATE TRIGGER full BEFORE UPDATE ON devices BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await Mnm.DisposeAsync();
    }

    /// <summary>A browser in the local network, with its cookies.</summary>
    internal sealed record Device(HttpClient Http, CookieContainer Cookies, string Address)
    {
        public Task<HttpResponseMessage> PairAsync(string code, string name = "Mika’s phone") => Http.PostAsJsonAsync("/api/sharing/pair", new { code, name });

        /// <summary>Shows a code that does not let it in. Answers what it is told.</summary>
        public async Task<string?> RefusedAsync(string code)
        {
            using var answer = await PairAsync(code);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            return (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"];
        }

        public Task<HttpResponseMessage> OpenAsync(string page)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, page) { Headers = { { "Accept", "text/html,application/xhtml+xml" } } };
            return Http.SendAsync(request);
        }

        public async Task<HttpStatusCode> StatusAsync(string path)
        {
            using var answer = await Http.GetAsync(path);
            return answer.StatusCode;
        }

        public async Task<ClientWebSocket> SocketAsync(string path)
        {
            var socket = new ClientWebSocket();
            await ConnectAsync(socket, path);
            return socket;
        }

        public Task ConnectAsync(ClientWebSocket socket, string path)
        {
            socket.Options.Cookies = Cookies;
            socket.Options.SetRequestHeader(FromHeader, Address);
            socket.Options.CollectHttpResponseDetails = true;
            return socket.ConnectAsync(new UriBuilder(new Uri(Http.BaseAddress!, path)) { Scheme = "ws" }.Uri, CancellationToken.None);
        }
    }

    private sealed class From : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                if (context.Request.Headers[FromHeader].ToString() is { Length: > 0 } address)
                {
                    context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                }

                return following(context);
            });
            next(app);
        };
    }
}
