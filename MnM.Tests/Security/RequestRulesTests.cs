using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MnM.Tests.Hosting;

namespace MnM.Tests.Security;

/// <summary>One MnM for all requests of this class.</summary>
public sealed class GuardedMnm : IAsyncLifetime
{
    public RunningMnm Mnm { get; private set; } = null!;

    public async Task InitializeAsync() => Mnm = await RunningMnm.StartAsync(map: app => app.MapPost("/api/echo", async (HttpRequest request) =>
    {
        using StreamReader reader = new(request.Body);
        return (await reader.ReadToEndAsync()).Length;
    }));

    public async Task DisposeAsync() => await Mnm.DisposeAsync();
}

public sealed class RequestRulesTests(GuardedMnm guarded) : IClassFixture<GuardedMnm>
{
    private readonly RunningMnm _mnm = guarded.Mnm;

    [Theory]
    [InlineData("127.0.0.1", 200)]
    [InlineData("127.0.0.1:80", 200)]
    [InlineData("localhost", 200)]
    [InlineData("LOCALHOST:5080", 200)]
    [InlineData("[::1]:5080", 200)]
    [InlineData("example.org", 421)]
    [InlineData("127.0.0.1.example.org", 421)]
    [InlineData("localhost.example.org", 421)]
    [InlineData("192.168.1.4:5080", 421)]
    [InlineData("0.0.0.0", 421)]
    [InlineData("mnm.local", 421)]
    public async Task Only_names_of_this_machine_are_answered(string host, int status)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/health") { Headers = { Host = host } };

        using var answer = await _mnm.Client.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("GET /health HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /health HTTP/1.0\r\n\r\n")]
    public async Task A_request_without_a_host_is_refused(string request)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, _mnm.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using StreamReader reader = new(client.GetStream());

        Assert.Contains(" 400 ", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", null, null, 409)]
    [InlineData("POST", "SELF", null, 409)]
    [InlineData("POST", "SELF", "same-origin", 409)]
    [InlineData("POST", null, "same-origin", 409)]
    [InlineData("POST", null, "none", 409)]
    [InlineData("POST", null, "cross-site", 403)]
    [InlineData("POST", null, "same-site", 403)]
    [InlineData("POST", "null", null, 403)]
    [InlineData("POST", "https://example.org", null, 403)]
    [InlineData("POST", "http://localhost:3000", "same-site", 403)]
    [InlineData("DELETE", "https://example.org", null, 403)]
    [InlineData("PUT", "https://example.org", null, 403)]
    [InlineData("GET", "https://example.org", "cross-site", 403)]
    [InlineData("GET", "https://example.org", null, 405)]
    [InlineData("GET", null, "none", 405)]
    public async Task Another_site_cannot_change_anything(string method, string? origin, string? site, int status)
    {
        using HttpRequestMessage request = new(new(method), "/api/demo/stop");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin.Replace("SELF", _mnm.Address.ToString().TrimEnd('/'), StringComparison.Ordinal));
        }

        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        using var answer = await _mnm.Client.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("cross-site", "no-cors", "image", 403)]
    [InlineData("same-site", "no-cors", "script", 403)]
    [InlineData("cross-site", "cors", "empty", 403)]
    [InlineData("cross-site", "navigate", "iframe", 403)]
    [InlineData("cross-site", "navigate", "document", 200)]
    [InlineData("same-origin", "cors", "empty", 200)]
    [InlineData("none", "navigate", "document", 200)]
    public async Task Another_site_cannot_have_anything_fetched_but_may_lead_here(string site, string mode, string destination, int status)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/search?q=Ahri")
        {
            Headers = { { "Sec-Fetch-Site", site }, { "Sec-Fetch-Mode", mode }, { "Sec-Fetch-Dest", destination } },
        };

        using var answer = await _mnm.Client.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("SELF", true)]
    [InlineData("https://example.org", false)]
    [InlineData("null", false)]
    public async Task Another_site_cannot_open_a_socket(string? origin, bool opens)
    {
        using ClientWebSocket socket = new();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin.Replace("SELF", _mnm.Address.ToString().TrimEnd('/'), StringComparison.Ordinal));
        }

        var connecting = socket.ConnectAsync(new UriBuilder(new Uri(_mnm.Address, "/_blazor")) { Scheme = "ws" }.Uri, CancellationToken.None);

        if (opens)
        {
            await connecting;
        }
        else
        {
            await Assert.ThrowsAsync<WebSocketException>(() => connecting);
            Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
        }
    }

    [Theory]
    [InlineData("/api/echo", "application/json", 200)]
    [InlineData("/api/echo", "application/json; charset=utf-8", 200)]
    [InlineData("/api/echo", "text/plain", 415)]
    [InlineData("/api/echo", "application/x-www-form-urlencoded", 415)]
    [InlineData("/api/echo", "multipart/form-data; boundary=x", 415)]
    [InlineData("/api/echo", null, 415)]
    [InlineData("/", "application/x-www-form-urlencoded", 415)]
    [InlineData("/_blazor/negotiate", "text/plain;charset=UTF-8", 200)]
    public async Task Bodies_are_JSON_except_for_circuits(string path, string? type, int status)
    {
        using ByteArrayContent content = new("{}"u8.ToArray());
        if (type is not null)
        {
            content.Headers.Add("Content-Type", type);
        }

        using var answer = await _mnm.Client.PostAsync(path, content);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_circuit_can_say_goodbye_with_a_form()
    {
        using MultipartFormDataContent form = new() { { new StringContent("no such circuit"), "circuitId" } };

        using var answer = await _mnm.Client.PostAsync("/_blazor/disconnect", form);

        Assert.NotEqual(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData(1_048_576, false, 200)]
    [InlineData(1_048_577, false, 413)]
    [InlineData(1_000_000, true, 200)]
    [InlineData(1_200_000, true, 413)]
    public async Task A_body_may_hold_a_megabyte(int bytes, bool chunked, int status)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/echo") { Content = new ByteArrayContent(new byte[bytes]) };
        request.Content.Headers.Add("Content-Type", "application/json");
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.ExpectContinue = true;

        using var answer = await _mnm.Client.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
    }
}
