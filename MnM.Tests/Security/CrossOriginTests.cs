using System.Net;
using System.Text;
using MnM.Tests.Hosting;

namespace MnM.Tests.Security;

/// <summary>Pages of other origins, with and without CORS_ORIGINS.</summary>
public sealed class CrossOriginTests
{
    private const string Friend = "http://localhost:3000";
    private const string Stranger = "https://example.org";
    private const string Allowed = "Access-Control-Allow-Origin";

    [Theory]
    [InlineData(Friend, "/champions", Friend)]
    [InlineData(Friend, "/champions/62", Friend)]
    [InlineData(Friend, "/matches/1", Friend)]
    [InlineData(Friend, "/users/1/matches", Friend)]
    [InlineData(Friend, "/users/1/fetch_rank", Friend)]
    [InlineData(Friend, "/api/champions", Friend)]
    [InlineData(Friend, "/assets/champion/Ahri.png", Friend)]
    [InlineData("https://front.example", "/champions", "https://front.example")]
    [InlineData(Stranger, "/champions", null)]
    [InlineData("null", "/champions", null)]
    [InlineData("http://localhost:3001", "/champions", null)]
    [InlineData("http://localhost:3000.example.org", "/champions", null)]
    [InlineData(Friend, "/api/games", null)]
    [InlineData(Friend, "/api/status", null)]
    [InlineData(Friend, "/api/webhooks", null)]
    [InlineData(Friend, "/health", null)]
    [InlineData(Friend, "/", null)]
    public async Task Only_named_origins_may_read_and_only_what_programs_know(string origin, string path, string? allowed)
    {
        await using var mnm = await StartAsync();
        using var answer = await SendAsync(mnm, "GET", path, origin);
        Assert.Equal(allowed, answer.Headers.TryGetValues(Allowed, out var values) ? values.Single() : null);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        if (allowed is not null)
        {
            Assert.Contains("Origin", answer.Headers.Vary);
            Assert.Contains("X-Total-Count", answer.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("POST", "/users/sign_up", Friend, 422)]
    [InlineData("POST", "/users/sign_in", Friend, 422)]
    [InlineData("POST", "/fetch_user", Friend, 422)]
    [InlineData("POST", "/api/users/sign_up", Friend, 422)]
    [InlineData("POST", "/api/fetch_user", "https://front.example", 422)]
    [InlineData("POST", "/users/sign_up", Stranger, 403)]
    [InlineData("POST", "/users/sign_up", "null", 403)]
    [InlineData("POST", "/users/sign_up", "HTTP://LOCALHOST:3000", 403)]
    [InlineData("DELETE", "/users/sign_up", Friend, 403)]
    [InlineData("PUT", "/fetch_user", Friend, 403)]
    [InlineData("POST", "/users/sign_up/x", Friend, 403)]
    [InlineData("POST", "/api/demo/stop", Friend, 403)]
    [InlineData("POST", "/api/history", Friend, 403)]
    [InlineData("POST", "/api/tracking/players", Friend, 403)]
    [InlineData("POST", "/_blazor/negotiate", Friend, 403)]
    public async Task They_may_sign_people_up_and_in_and_change_nothing_else(string method, string path, string origin, int status)
    {
        await using var mnm = await StartAsync();
        using var answer = await SendAsync(mnm, method, path, origin, "{}");
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 422, answer.Headers.Contains(Allowed));
    }

    [Theory]
    [InlineData("/users/sign_up", "POST", Friend, true)]
    [InlineData("/fetch_user", "POST", Friend, true)]
    [InlineData("/matches/1", "GET", Friend, true)]
    [InlineData("/users/sign_up", "POST", Stranger, false)]
    [InlineData("/api/demo/stop", "POST", Friend, false)]
    public async Task A_browser_that_asks_first_is_told(string path, string method, string origin, bool isAllowed)
    {
        await using var mnm = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", "content-type");
        using var answer = await mnm.Client.SendAsync(request);
        Assert.Equal(isAllowed, answer.Headers.Contains(Allowed));
        Assert.Equal(isAllowed, answer.Headers.TryGetValues("Access-Control-Allow-Headers", out var headers) && headers.Contains("content-type", StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/ws/live")]
    [InlineData("/_blazor")]
    public async Task Their_sockets_stay_closed(string path)
    {
        await using var mnm = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Origin", Friend }, { "Upgrade", "websocket" }, { "Connection", "Upgrade" } } };
        using var answer = await mnm.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/assets/champion/Ahri.png", "cross-origin")]
    [InlineData("/champions", "same-origin")]
    [InlineData("/", "same-origin")]
    public async Task Pictures_alone_may_stand_in_their_pages(string path, string policy)
    {
        await using var mnm = await StartAsync();
        using var answer = await mnm.Client.GetAsync(path);
        Assert.Equal(policy, answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
    }

    [Theory]
    [InlineData("/assets/champion/Ahri.png", true)]
    [InlineData("/champions", false)]
    [InlineData("/api/players/Nightjar-EUW", false)]
    public async Task What_their_pages_fetch_without_an_origin_is_a_picture_or_refused(string path, bool isAnswered)
    {
        await using var mnm = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Sec-Fetch-Site", "same-site" }, { "Sec-Fetch-Mode", "no-cors" }, { "Sec-Fetch-Dest", "image" } } };
        using var answer = await mnm.Client.SendAsync(request);
        Assert.Equal(isAnswered, answer.StatusCode != HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Without_the_setting_nothing_is_open()
    {
        await using var mnm = await RunningMnm.StartAsync();
        using var read = await SendAsync(mnm, "GET", "/champions", Friend);
        Assert.False(read.Headers.Contains(Allowed));
        using var signUp = await SendAsync(mnm, "POST", "/users/sign_up", Friend, "{}");
        Assert.Equal(HttpStatusCode.Forbidden, signUp.StatusCode);
        using var picture = await mnm.Client.GetAsync("/assets/champion/Ahri.png");
        Assert.Equal("same-origin", picture.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
    }

    private static Task<RunningMnm> StartAsync() => RunningMnm.StartAsync(settings: ("CORS_ORIGINS", $"{Friend}, https://front.example"));

    private static async Task<HttpResponseMessage> SendAsync(RunningMnm mnm, string method, string path, string origin, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await mnm.Client.SendAsync(request);
    }
}
