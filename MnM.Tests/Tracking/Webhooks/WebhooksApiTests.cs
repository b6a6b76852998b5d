using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Backplane.Outbox;
using MnM.Collector.Storage;
using MnM.Tests.Hosting;

namespace MnM.Tests.Tracking.Webhooks;

/// <summary>Webhooks over HTTP in the real app, which is its own receiver here.</summary>
public sealed class WebhooksApiTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Channel<string> _got = Channel.CreateUnbounded<string>();

    [Fact]
    public async Task A_webhook_gets_events_over_a_real_connection_and_is_listed_without_its_secrets()
    {
        await using var mnm = await StartAsync();
        var added = await AddAsync(mnm, new { url = new Uri(mnm.Address, "receiver/in").AbsoluteUri, secret = "a secret of mine" });
        Assert.Equal("""{"id":1,"secret":null}""", added);
        await TellAsync(mnm);

        Assert.Equal("1 game_started", await GotAsync());
        var hook = Assert.Single(await ListAsync(mnm))!;
        Assert.Equal(("json", new Uri(mnm.Address, "receiver/…").OriginalString), ((string)hook["format"]!, Uri.UnescapeDataString((string)hook["target"]!)));
        Assert.DoesNotContain("a secret of mine", hook.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sealed", hook.ToJsonString(), StringComparison.Ordinal);
        await using var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        var stored = await db.Set<MnM.Collector.Tracking.Webhooks.Webhook>().SingleAsync();
        Assert.DoesNotContain("receiver/in", stored.SealedUrl, StringComparison.Ordinal);
        Assert.DoesNotContain("a secret of mine", stored.SealedSecret, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var mnm = await StartAsync();
        await AddAsync(mnm, new { url = new Uri(mnm.Address, "receiver/moved").AbsoluteUri });
        using var tried = await mnm.Client.PostAsync("/api/tracking/webhooks/1/test", null);
        var answer = JsonNode.Parse(await tried.Content.ReadAsStringAsync())!;
        Assert.False((bool)answer["taken"]!);
        Assert.Contains("another address (307)", (string)answer["reason"]!, StringComparison.Ordinal);
        Assert.False(_got.Reader.TryRead(out _));
    }

    [Fact]
    public async Task A_webhook_is_paused_resumed_tried_and_removed()
    {
        await using var mnm = await StartAsync();
        var secret = (string)JsonNode.Parse(await AddAsync(mnm, new { url = new Uri(mnm.Address, "receiver/in").AbsoluteUri, format = "discord" }))!["secret"]!;
        Assert.Equal(48, secret.Length);
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(mnm, HttpMethod.Post, "1/pause"));
        Assert.NotNull((await ListAsync(mnm))[0]!["paused_at"]);
        Assert.Equal(HttpStatusCode.OK, await SendAsync(mnm, HttpMethod.Post, "1/test"));
        Assert.Equal("0 ", await GotAsync());
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(mnm, HttpMethod.Post, "1/resume"));
        Assert.Null((await ListAsync(mnm))[0]!["paused_at"]);
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(mnm, HttpMethod.Delete, "1"));
        Assert.Empty(await ListAsync(mnm));
        foreach (var path in new[] { "1/pause", "1/resume", "1/test" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await SendAsync(mnm, HttpMethod.Post, path));
        }
    }

    [Theory]
    [InlineData("""{}""", "begins with https:// or http://")]
    [InlineData("""{"url":"javascript:alert(1)"}""", "begins with https:// or http://")]
    [InlineData("""{"url":"https://receiver.example/","secret":"short"}""", "8 to 200 characters")]
    [InlineData("""{"url":"https://receiver.example/","format":"xml"}""", "json or discord")]
    public async Task What_cannot_be_a_webhook_is_a_problem(string body, string words)
    {
        await using var mnm = await StartAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await mnm.Client.PostAsync("/api/tracking/webhooks", content);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await ListAsync(mnm));
    }

    private static async Task<string> AddAsync(RunningMnm mnm, object hook)
    {
        using var answer = await mnm.Client.PostAsJsonAsync("/api/tracking/webhooks", hook);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<JsonArray> ListAsync(RunningMnm mnm) => JsonNode.Parse(await mnm.Client.GetStringAsync("/api/tracking/webhooks"))!.AsArray();

    private static async Task<HttpStatusCode> SendAsync(RunningMnm mnm, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, $"/api/tracking/webhooks/{path}");
        using var answer = await mnm.Client.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task TellAsync(RunningMnm mnm)
    {
        await using var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        db.Add(new OutboxEvent { Kind = "game_started", Subject = "1/EUW1_1", Payload = "{}", At = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync();
    }

    private async Task<string> GotAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _got.Reader.ReadAsync(patience.Token);
    }

    private Task<RunningMnm> StartAsync() => RunningMnm.StartAsync(map: app =>
    {
        app.MapPost("/receiver/in", async (HttpRequest request) =>
        {
            var body = (await JsonNode.ParseAsync(request.Body))!;
            await _got.Writer.WriteAsync($"{request.Headers["X-MnM-Event"]} {(string?)body["type"]}");
            return Results.NoContent();
        });
        app.MapPost("/receiver/moved", () => Results.Redirect("/receiver/in", preserveMethod: true));
    });
}
