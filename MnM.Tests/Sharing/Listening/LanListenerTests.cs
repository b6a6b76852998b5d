using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;
using MnM.Collector.Sharing;
using MnM.Simulator;
using MnM.Tests.Hosting;
using MnM.Web.Sharing;
using MnM.Web.Sharing.Listening;

namespace MnM.Tests.Sharing.Listening;

public sealed class LanListenerTests
{
    private const string Elsewhere = "10.99.99.99";

    [Theory]
    [InlineData("10.0.0.1", true)]
    [InlineData("172.16.0.1", true)]
    [InlineData("172.31.255.255", true)]
    [InlineData("192.168.178.20", true)]
    [InlineData("fd00::2", true)]
    [InlineData("fc12:3456::1", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("192.0.2.2", false)]
    [InlineData("192.169.0.1", false)]
    [InlineData("8.8.8.8", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.1.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("::ffff:192.168.1.4", false)]
    public void Only_private_addresses_are_listened_to(string address, bool isPrivate) =>
        Assert.Equal(isPrivate ? [IPAddress.Parse(address)] : [], new LanAddresses(() => [IPAddress.Parse(address)]).Read());

    [Fact]
    public void This_machine_s_own_are_found()
    {
        Assert.Contains(IPAddress.Loopback, LanAddresses.OfThisMachine());
        Assert.Equal(new LanAddresses(LanAddresses.OfThisMachine).Read(), new LanAddresses().Read());
    }

    [Fact]
    public async Task While_it_is_shared_MnM_answers_under_its_addresses_and_names_on_its_own_port()
    {
        List<IPAddress> addresses = [IPAddress.Parse(Elsewhere), IPAddress.Parse("fd00:99::1"), IPAddress.Parse("203.0.113.7")];
        await using var mnm = await RunningMnm.StartAsync(
            services => services.AddSingleton(new LanAddresses(() => addresses)), settings: ("ALLOWED_HOSTS", "mnm.example.org, games.example.org"));
        string[] names = [Elsewhere, "[fd00:99::1]", Environment.MachineName, $"{Environment.MachineName}.LOCAL", "mnm.example.org", "games.example.org:8443"];
        Assert.All(await StatusOfAsync(mnm, names), status => Assert.Equal(HttpStatusCode.MisdirectedRequest, status));

        await SetAsync(mnm, isOn: true);

        Assert.All(await StatusOfAsync(mnm, names), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.All(await StatusOfAsync(mnm, "203.0.113.7", "evil.example", "mnm.example.org.evil.example", "10.99.99.98"), status => Assert.Equal(HttpStatusCode.MisdirectedRequest, status));
        var source = mnm.App.Services.GetRequiredService<ListenSource>();
        Assert.Equal([$"http://{Elsewhere}:{mnm.Address.Port}", $"http://[fd00:99::1]:{mnm.Address.Port}"], source.Lan);

        addresses.RemoveAt(0);
        await mnm.App.Services.GetRequiredService<LanListener>().TickAsync(CancellationToken.None);
        Assert.Equal([$"http://[fd00:99::1]:{mnm.Address.Port}"], source.Lan);
        Assert.All(await StatusOfAsync(mnm, Elsewhere), status => Assert.Equal(HttpStatusCode.MisdirectedRequest, status));

        await SetAsync(mnm, isOn: false);
        Assert.Empty(source.Lan);
        Assert.All(await StatusOfAsync(mnm, names), status => Assert.Equal(HttpStatusCode.MisdirectedRequest, status));
    }

    [Fact]
    public async Task Endpoints_come_and_go_while_it_runs_and_the_own_one_stays()
    {
        await using var mnm = await RunningMnm.StartAsync(services => services.AddSingleton(new LanAddresses(() => [])));
        var source = mnm.App.Services.GetRequiredService<ListenSource>();
        var other = new Uri($"http://127.0.0.2:{mnm.Address.Port}/health");
        using var client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero });
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(other));

        Assert.True(source.Listen([$"http://127.0.0.2:{mnm.Address.Port}"]));
        await UntilAsync(async () => (await client.GetAsync(other)).StatusCode == HttpStatusCode.OK);
        Assert.False(source.Listen([$"http://127.0.0.2:{mnm.Address.Port}"]));
        Assert.Equal(HttpStatusCode.OK, (await mnm.Client.GetAsync("/health")).StatusCode);

        Assert.True(source.Listen([]));
        await UntilAsync(async () =>
        {
            try
            {
                using var answer = await client.GetAsync(other);
                return false;
            }
            catch (HttpRequestException)
            {
                return true;
            }
        });
        Assert.Equal(HttpStatusCode.OK, (await mnm.Client.GetAsync("/health")).StatusCode);
    }

    [Fact]
    public async Task An_address_that_was_taken_is_listened_to_when_it_is_tried_again()
    {
        await using var mnm = await StartStillAsync([]);
        var source = mnm.App.Services.GetRequiredService<ListenSource>();
        using var other = new TcpListener(IPAddress.Parse("127.0.0.2"), mnm.Address.Port);
        other.Start();
        var url = $"http://127.0.0.2:{mnm.Address.Port}";
        using var client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero });

        source.Listen([url]);
        source.Retry([url]);
        Assert.Equal(HttpStatusCode.OK, (await mnm.Client.GetAsync("/health")).StatusCode);
        other.Stop();
        source.Retry([url]);

        await UntilAsync(async () => (await client.GetAsync($"{url}/health")).StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_address_that_cannot_be_listened_to_is_told_and_tried_again_ever_more_seldom()
    {
        await using var mnm = await StartStillAsync([IPAddress.Parse(Elsewhere)]);
        await SetAsync(mnm, isOn: true);
        var clock = new SimulatorClock();
        var source = mnm.App.Services.GetRequiredService<ListenSource>();
        using var listener = ActivatorUtilities.CreateInstance<LanListener>(mnm.App.Services, clock);
        var tries = 0;
        using var told = ChangeToken.OnChange(((IConfigurationProvider)source).GetReloadToken, () => tries++);
        List<int> triesAfter = [];
        for (var tick = 0; tick < 9; tick++)
        {
            await listener.TickAsync(CancellationToken.None);
            clock.Advance(5);
            triesAfter.Add(tries);

            // A wall clock that is set back changes nothing.
            clock.SetWall(TimeSpan.FromDays(-1));
        }

        Assert.Equal([$"http://{Elsewhere}:{mnm.Address.Port}"], listener.Failed);
        Assert.Equal([0, 1, 1, 2, 2, 2, 2, 3, 3], triesAfter);

        await SetAsync(mnm, isOn: false);
        await listener.TickAsync(CancellationToken.None);
        Assert.Empty(listener.Failed);
    }

    [Fact]
    public async Task The_API_names_an_address_that_cannot_be_listened_to_and_no_link_leads_there()
    {
        await using var mnm = await StartStillAsync([IPAddress.Parse(Elsewhere)]);
        await SetAsync(mnm, isOn: true);
        using var before = await mnm.Client.PostAsync("/api/sharing/code", null);
        Assert.Single(JsonNode.Parse(await before.Content.ReadAsStringAsync())!["links"]!.AsArray());
        var listener = mnm.App.Services.GetRequiredService<LanListener>();
        await listener.TickAsync(CancellationToken.None);
        await listener.TickAsync(CancellationToken.None);

        var failed = JsonNode.Parse(await mnm.Client.GetStringAsync("/api/sharing"))!["failed"]!.AsArray();
        Assert.Equal($"http://{Elsewhere}:{mnm.Address.Port}", (string?)Assert.Single(failed));
        using var opened = await mnm.Client.PostAsync("/api/sharing/code", null);
        Assert.Empty(JsonNode.Parse(await opened.Content.ReadAsStringAsync())!["links"]!.AsArray());
    }

    [Fact]
    public async Task With_a_certificate_of_its_own_other_machines_are_answered_by_HTTPS()
    {
        await using var mnm = await StartStillAsync([IPAddress.Parse(Elsewhere)], ("SHARE_HTTPS", "true"));
        await SetAsync(mnm, isOn: true);
        var source = mnm.App.Services.GetRequiredService<ListenSource>();
        Assert.Equal([$"https://{Elsewhere}:{mnm.Address.Port}"], source.Lan);

        // An address that this machine has.
        var url = source.Lan[0].Replace(Elsewhere, "127.0.0.2", StringComparison.Ordinal);
        source.Listen([url]);
        using var client = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=MnM" } });
        await UntilAsync(async () => (await client.GetAsync($"{url}/health")).StatusCode == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, (await mnm.Client.GetAsync("/health")).StatusCode);
    }

    [Fact]
    public async Task A_start_with_lan_shares_at_once()
    {
        using TemporaryFolder folder = new();
        await using var app = await MnM.Web.Hosting.MnmApp.BuildAsync(
            RunningMnm.SettingsFor(folder) with { IsShared = true }, services => services.AddSingleton(new LanAddresses(() => [IPAddress.Parse(Elsewhere)])));
        await app.StartAsync();
        Assert.True(app.Services.GetRequiredService<SharingSwitch>().Current.IsOn);
        Assert.Single(app.Services.GetRequiredService<ListenSource>().Lan);
    }

    /// <summary>MnM that looks after its addresses when a test says so.</summary>
    private static Task<RunningMnm> StartStillAsync(IPAddress[] addresses, params (string Name, string Value)[] settings) => RunningMnm.StartAsync(
        services =>
        {
            services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.ReturnType == typeof(LanListener)));
            services.AddSingleton(new LanAddresses(() => addresses));
        },
        settings: settings);

    private static Task SetAsync(RunningMnm mnm, bool isOn) =>
        mnm.App.Services.GetRequiredService<SharingDesk>().SetAsync(new SharingChange(isOn, ShowsCustomGames: false), CancellationToken.None);

    private static async Task<IReadOnlyList<HttpStatusCode>> StatusOfAsync(RunningMnm mnm, params string[] hosts)
    {
        List<HttpStatusCode> statuses = [];
        foreach (var host in hosts)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/health") { Headers = { Host = host } };
            using var answer = await mnm.Client.SendAsync(request);
            statuses.Add(answer.StatusCode);
        }

        return statuses;
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var tries = 0; tries < 500; tries++)
        {
            try
            {
                if (await isSo())
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not there yet.
            }

            await Task.Yield();
        }

        Assert.Fail("It never was so.");
    }
}
