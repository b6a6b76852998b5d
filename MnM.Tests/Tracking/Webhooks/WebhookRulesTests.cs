using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MnM.Collector.Backplane.Outbox;
using MnM.Collector.Tracking.Webhooks;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Tracking.Webhooks;

/// <summary>Which addresses are taken, what answers mean, and what Discord is told.</summary>
public sealed class WebhookRulesTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("receiver.example/hook")]
    [InlineData("ftp://receiver.example/hook")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://name:password@receiver.example/hook")]
    public void What_is_no_address_of_the_web_is_refused_with_a_sentence(string? url) => Assert.EndsWith(".", WebhookRules.FaultOf(url), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://localhost:8080/hook", "http://localhost:8080/hook", WebhookFormat.Json)]
    [InlineData("https://receiver.example/?token=abc", "https://receiver.example/", WebhookFormat.Json)]
    [InlineData("https://receiver.example/in?token=abc", "https://receiver.example/in/…", WebhookFormat.Json)]
    [InlineData("https://discord.com/api/webhooks/1/token", "https://discord.com/api/…", WebhookFormat.Discord)]
    [InlineData("https://canary.discord.com/api/webhooks/1/token", "https://canary.discord.com/api/…", WebhookFormat.Discord)]
    [InlineData("https://notdiscord.com/api", "https://notdiscord.com/api", WebhookFormat.Json)]
    public void An_address_is_shown_without_its_end_and_tells_the_format(string url, string target, WebhookFormat format)
    {
        Assert.Null(WebhookRules.FaultOf(url));
        Assert.Equal((target, format), (WebhookRules.TargetOf(new Uri(url)), WebhookRules.FormatOf(new Uri(url))));
    }

    [Theory]
    [InlineData("short", false)]
    [InlineData("long enough", true)]
    [InlineData(null, true)]
    public void A_secret_has_at_least_eight_characters(string? secret, bool isGood) => Assert.Equal(isGood, WebhookRules.FaultOfSecret(secret) is null);

    [Fact]
    public void Only_what_says_taken_is_taken_and_nobody_makes_MnM_wait_for_days()
    {
        Assert.All([200, 201, 204, 299], status => Assert.IsType<WebhookAnswer.Taken>(WebhookRules.Judge((HttpStatusCode)status, null)));
        Assert.All([100, 301, 307, 400, 401, 404, 429, 500, 503], status => Assert.IsType<WebhookAnswer.Refused>(WebhookRules.Judge((HttpStatusCode)status, null)));
        Assert.IsType<WebhookAnswer.Gone>(WebhookRules.Judge(HttpStatusCode.Gone, null));
        Assert.Equal(TimeSpan.FromHours(1), Assert.IsType<WebhookAnswer.Refused>(WebhookRules.Judge(HttpStatusCode.TooManyRequests, TimeSpan.FromDays(3))).Wait);
        Assert.Equal(TimeSpan.Zero, Assert.IsType<WebhookAnswer.Refused>(WebhookRules.Judge(HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(-3))).Wait);
    }

    [Theory]
    [InlineData("game_started", """{"product":"lol","status":"ACTIVE"}""", "**Night\\_jar** plays League of Legends.", 0x7B6BEB)]
    [InlineData("game_completed", """{"product":"lol","status":"COMPLETED","won":true,"duration_seconds":1902,"result":{"kills":2,"deaths":5,"assists":9}}""", "**Night\\_jar** won League of Legends, 2/5/9 in 31:42.", 0x1F9E86)]
    [InlineData("game_completed", """{"product":"lol","status":"COMPLETED","won":false,"duration_seconds":60}""", "**Night\\_jar** lost League of Legends in 1:00.", 0xC4622A)]
    [InlineData("game_completed", """{"product":"lol","status":"COMPLETED"}""", "**Night\\_jar** remade League of Legends.", 0x7B6BEB)]
    [InlineData("game_completed", """{"product":"tft","status":"COMPLETED","won":true,"result":{"placement":3}}""", "**Night\\_jar** came in at place 3 in Teamfight Tactics.", 0x1F9E86)]
    [InlineData("game_completed", """{"product":"lol","status":"ABORTED"}""", "**Night\\_jar**: League of Legends was called off.", 0x7B6BEB)]
    [InlineData("test", "{}", "MnM can be heard here.", 0x7B6BEB)]
    [InlineData("something_else", "no json", "something\\_else", 0x7B6BEB)]
    public async Task Discord_is_told_a_sentence_that_mentions_nobody(string kind, string payload, string sentence, int colour)
    {
        using var folder = new TemporaryFolder();
        var clock = new SimulatorClock();
        await using var run = await TrackingRun.StartAsync(folder, new FriendsWorld(clock), clock);
        if (JsonNode.Parse(payload.StartsWith('{') ? payload : "{}") is JsonObject { Count: > 0 } game)
        {
            foreach (var (name, value) in new (string, JsonNode)[] { ("player_id", 1), ("riot_id", "Night_jar#EUW"), ("game_id", "EUW1_1"), ("detected_by", "SWEEP"), ("detected_at", clock.GetUtcNow().ToString("O")) })
            {
                game[name] = value;
            }

            payload = game.ToJsonString();
        }

        var body = run.Get<WebhookMessages>().Write(WebhookFormat.Discord, new OutboxEvent { Id = 7, Kind = kind, Subject = "1/EUW1_1", Payload = payload, At = clock.GetUtcNow() });

        var message = JsonNode.Parse(Encoding.UTF8.GetString(body))!;
        Assert.Equal((sentence, colour), ((string)message["embeds"]![0]!["description"]!, (int)message["embeds"]![0]!["color"]!));
        Assert.Empty(message["allowed_mentions"]!["parse"]!.AsArray());
    }
}
