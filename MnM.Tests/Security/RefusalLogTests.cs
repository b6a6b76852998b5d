using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MnM.Simulator;
using MnM.Tests.Demo;
using MnM.Tests.Hosting;
using MnM.Tests.Sharing;
using MnM.Web.Security;

namespace MnM.Tests.Security;

public sealed class RefusalLogTests : IDisposable
{
    private readonly RecordingLogger _lines = new();
    private readonly RefusalLog _log;

    public RefusalLogTests() => _log = new(new SimulatorClock(), _lines.CreateLogger<RefusalLog>());

    public void Dispose()
    {
        _log.Dispose();
        _lines.Dispose();
    }

    [Fact]
    public async Task The_first_is_told_at_once_and_the_others_once_a_minute_by_their_number()
    {
        Refuse("192.168.1.4", 500);
        Refuse("192.168.1.5", 1);
        Refuse("192.168.1.4", 1, "Too fast.");
        Assert.Equal(
            ["Refused GET /x of 192.168.1.4 with 421: Wrong name.", "Refused GET /x of 192.168.1.5 with 421: Wrong name.", "Refused GET /x of 192.168.1.4 with 421: Too fast."], Taken());

        await _log.TickAsync(CancellationToken.None);
        Assert.Equal(["Refused 499 more requests of 192.168.1.4: Wrong name."], Taken());

        Refuse("192.168.1.4", 3);
        await _log.TickAsync(CancellationToken.None);
        Assert.Equal(["Refused 3 more requests of 192.168.1.4: Wrong name."], Taken());
        await _log.TickAsync(CancellationToken.None);
        Assert.Empty(Taken());

        Refuse("192.168.1.4", 1);
        Assert.Single(Taken());
    }

    [Fact]
    public async Task A_thousand_addresses_fill_the_log_no_more_than_a_hundred()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 1000; i++)
            {
                Refuse($"10.0.{i / 250}.{i % 250}", 2);
            }

            Assert.InRange(Taken().Length, 0, RefusalLog.MostCallers + 1);
            await _log.TickAsync(CancellationToken.None);
            var told = Taken();
            Assert.Equal(RefusalLog.MostCallers + 1, told.Length);
            Assert.Contains(told, line => line.EndsWith("more requests of other addresses: Wrong name.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Whoever_is_refused_by_a_shared_MnM_fills_no_log()
    {
        await using var lan = await LanMnm.StartAsync(configure: services => services.AddSingleton<ILoggerFactory>(_lines));
        foreach (var (address, change) in new (string, Action<HttpRequestMessage>)[]
        {
            ("192.168.1.4", request => request.Headers.Host = "evil.example"),
            ("192.168.1.5", request => request.Headers.Add("Sec-Fetch-Site", "cross-site")),
            ("192.168.1.6", _ => { }),
        })
        {
            var stranger = lan.At(address);
            Assert.DoesNotContain(HttpStatusCode.OK, await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => AskAsync(stranger, change))));
        }

        // The last was a stranger at first, and then one who asks too much.
        var refused = Taken().Order(StringComparer.Ordinal).Where(line => line.Contains("192.168.1.", StringComparison.Ordinal)).ToList();
        Assert.Equal(["of 192.168.1.4 with 421", "of 192.168.1.5 with 403", "of 192.168.1.6 with 401", "of 192.168.1.6 with 429"], refused.Select(line => line[line.IndexOf("of ", StringComparison.Ordinal)..line.IndexOf(':', StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task A_torn_cookie_fills_no_log()
    {
        await using var mnm = await RunningMnm.StartAsync(settings: ("LOG_LEVEL", "Warning"));
        using HttpClient stranger = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = mnm.Address };
        using var first = await stranger.GetAsync("/pair");
        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie"));
        for (var i = 0; i < 3; i++)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, "/pair") { Headers = { { "Cookie", $"{cookie[..cookie.IndexOf('=', StringComparison.Ordinal)]}=CfDJ8torn" } } };
            using var answer = await stranger.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using HttpRequestMessage foreign = new(HttpMethod.Get, "/health") { Headers = { Host = "example.org" } };
        using var refused = await mnm.Client.SendAsync(foreign);
        await using var file = new FileStream(Directory.GetFiles(Path.Combine(mnm.DataDirectory, "logs")).Single(), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var log = await reader.ReadToEndAsync();
        Assert.Contains("Refused GET /health", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Antiforgery", log, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> AskAsync(LanMnm.Device stranger, Action<HttpRequestMessage> change)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/games");
        change(request);
        using var answer = await stranger.Http.SendAsync(request);
        return answer.StatusCode;
    }

    private string[] Taken()
    {
        string[] lines = [.. _lines.Lines];
        _lines.Lines.Clear();
        return lines;
    }

    private void Refuse(string address, int count, string reason = "Wrong name.")
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) }, Request = { Method = "GET", Path = "/x" } };
        for (var i = 0; i < count; i++)
        {
            _log.Note(context, StatusCodes.Status421MisdirectedRequest, reason);
        }
    }
}
