using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Matches;
using MnM.Collector.Storage;
using MnM.Collector.Tft.Analytics;
using MnM.Tests.Hosting;
using MnM.Tests.Tft.Analytics;

namespace MnM.Tests.Tft;

/// <summary>The calendar of patches and the crawler over HTTP, in the real app.</summary>
public sealed class PatchesAndCrawlerApiTests
{
    private readonly FakeAnalytics _store = new();

    [Fact]
    public async Task A_patch_is_entered_confirmed_and_removed()
    {
        await using var mnm = await StartAsync();
        Assert.Equal(["18.2b", "18.1"], (await ListAsync(mnm)).Select(patch => (string)patch!["patch"]!));
        await StoreAsync(mnm, "2026-09-10");

        using var asked = await PutAsync(mnm, "18.2", new { set = 18, from = "2026-09-09T00:00:00Z" });
        Assert.Equal(HttpStatusCode.Conflict, asked.StatusCode);
        Assert.Equal(1, (int)(await JsonAsync(asked))["matches"]!);
        Assert.Equal((2, 0), ((await ListAsync(mnm)).Count, _store.Cleared));

        using var done = await PutAsync(mnm, "18.2", new { set = 18, from = "2026-09-09T00:00:00Z", confirm = true });
        Assert.Equal((HttpStatusCode.OK, 1), (done.StatusCode, (int)(await JsonAsync(done))["matches"]!));
        var entered = (await ListAsync(mnm))[1]!;
        Assert.Equal(("18.2", 18, "2026-09-09T00:00:00Z", true), ((string)entered["patch"]!, (int)entered["set"]!, (string)entered["from"]!, (bool)entered["is_own"]!));
        Assert.Equal(1, _store.Cleared);

        using var unsure = await mnm.Client.DeleteAsync("/api/patches/18.2");
        Assert.Equal(HttpStatusCode.Conflict, unsure.StatusCode);
        using var removed = await mnm.Client.DeleteAsync("/api/patches/18.2?confirm=true");
        Assert.Equal((HttpStatusCode.OK, 2, 2), (removed.StatusCode, (await ListAsync(mnm)).Count, _store.Cleared));
    }

    [Theory]
    [InlineData("eighteen", 18, "2026-09-09T00:00:00Z", "patch")]
    [InlineData("18.3", 18, "2026-09-01T00:00:00Z", "from")]
    [InlineData("18.3", 0, "2026-10-01T00:00:00Z", "set")]
    [InlineData("18.3", null, "2026-10-01T00:00:00Z", "set")]
    [InlineData("18.3", 18, null, "from")]
    public async Task What_is_wrong_with_a_date_is_told_by_its_field(string patch, int? set, string? from, string field)
    {
        await using var mnm = await StartAsync();
        using var response = await PutAsync(mnm, patch, new { set, from });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(field, Assert.Single((await JsonAsync(response))["errors"]!.AsObject()).Key);
    }

    [Fact]
    public async Task What_came_with_MnM_stays()
    {
        await using var mnm = await StartAsync();
        foreach (var patch in (string[])["18.1", "18.2", "nothing"])
        {
            using var response = await mnm.Client.DeleteAsync($"/api/patches/{patch}");
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.NotNull((await JsonAsync(response))["errors"]!["patch"]);
        }
    }

    [Fact]
    public async Task The_crawler_is_started_and_paused_with_the_plan_that_was_said()
    {
        await using var mnm = await StartAsync();
        using var first = await mnm.Client.GetAsync("/api/tft/crawler");
        Assert.Equal("off", (string)(await JsonAsync(first))["state"]!);

        using var started = await mnm.Client.PostAsJsonAsync("/api/tft/crawler/start", new { platforms = new[] { "KR", "euw1" }, tiers = new[] { "Challenger" } });
        Assert.Equal(HttpStatusCode.OK, started.StatusCode);
        var plan = (await JsonAsync(started))["plan"]!;
        Assert.Equal((["kr", "euw1"], ["challenger"]), (plan["platforms"]!.AsArray().Select(platform => (string)platform!).ToArray(), plan["tiers"]!.AsArray().Select(tier => (string)tier!).ToArray()));

        using var paused = await mnm.Client.PostAsync("/api/tft/crawler/pause", null);
        Assert.Equal("paused", (string)(await JsonAsync(paused))["state"]!);

        // Without a plan it goes on with the one it had.
        using var again = await mnm.Client.PostAsync("/api/tft/crawler/start", null);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var answer = await JsonAsync(again);
        Assert.NotEqual("paused", (string)answer["state"]!);
        Assert.True(JsonNode.DeepEquals(plan, answer["plan"]));

        using var retried = await mnm.Client.PostAsync("/api/tft/crawler/retry", null);
        Assert.Equal(0, (int)(await JsonAsync(retried))["retried"]!);
    }

    [Theory]
    [InlineData("""{"platforms":["mars"]}""", "mars")]
    [InlineData("""{"queues":["RANKED_SOLO_5x5"]}""", "RANKED_SOLO_5X5")]
    [InlineData("""{"tiers":["diamond"]}""", "diamond")]
    [InlineData("""{"tiers":["3"]}""", "is no tier")]
    [InlineData("""{"tiers":[]}""", "at least one of the tiers")]
    public async Task A_plan_that_cannot_be_crawled_says_why(string plan, string words)
    {
        await using var mnm = await StartAsync();
        using var response = await mnm.Client.PostAsync("/api/tft/crawler/start", new StringContent(plan, null, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(words, (string)(await JsonAsync(response))["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_made_anew_only_where_that_is_confirmed()
    {
        await using var mnm = await StartAsync();
        using var unsure = await mnm.Client.PostAsJsonAsync("/api/tft/crawler/derive-again", new { });
        Assert.Equal((HttpStatusCode.Conflict, 0), (unsure.StatusCode, _store.Cleared));
        using var sure = await mnm.Client.PostAsJsonAsync("/api/tft/crawler/derive-again", new { confirm = true });
        Assert.Equal((HttpStatusCode.Accepted, 1), (sure.StatusCode, _store.Cleared));
        _store.Fault = "The store is away.";
        using var away = await mnm.Client.PostAsJsonAsync("/api/tft/crawler/derive-again", new { confirm = true });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
    }

    private static Task<HttpResponseMessage> PutAsync(RunningMnm mnm, string patch, object said) => mnm.Client.PutAsJsonAsync($"/api/patches/{patch}", said);

    private static async Task<JsonArray> ListAsync(RunningMnm mnm) => JsonNode.Parse(await mnm.Client.GetStringAsync("/api/patches"))!.AsArray();

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    private static async Task StoreAsync(RunningMnm mnm, string day)
    {
        await using var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        var at = DateTimeOffset.Parse($"{day}T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        db.Add(new TftMatch { Id = "EUW1_1", Platform = "euw1", SetNumber = 18, GameDatetime = at, FetchedAt = at });
        db.Add(new TftMatchPayload { Id = "EUW1_1", Payload = [1] });
        await db.SaveChangesAsync();
    }

    private Task<RunningMnm> StartAsync() => RunningMnm.StartAsync(services => services.AddSingleton<ITftAnalytics>(_store));
}
