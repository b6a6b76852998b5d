using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;
using MnM.Collector.Storage;
using MnM.Tests.Hosting;
using MnM.Tests.Matches;

namespace MnM.Tests.Browser;

public sealed class InsightTests
{
    private const string Id = "EUW1_7001";

    [BrowserFact]
    public Task A_match_is_explained_when_somebody_asks_and_stays_explained() => ExplainAsync(1440);

    [BrowserFact]
    public Task So_it_is_on_a_phone() => ExplainAsync(390);

    private static async Task ExplainAsync(int width)
    {
        await using var mnm = await RunningMnm.StartAsync();
        await StoreAsync(mnm, MatchJson.Written(), MatchJson.WrittenTimeline());
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(new Uri(mnm.Address, $"match/{Id}?p=3"), width, height: 900);
        var panel = page.Locator("section.insight");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Explain this match" }).ClickAsync();
        await panel.Locator(".text .lead").WaitForAsync();
        Assert.NotEqual("", await panel.Locator(".text .lead").InnerTextAsync());
        Assert.Contains("MnM’s own sentences", await panel.Locator("footer").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));

        await page.ReloadAsync();
        await panel.Locator(".text .lead").WaitForAsync();

        await panel.GetByRole(AriaRole.Link, new() { Name = "Have one write them" }).ClickAsync();
        await page.Locator("[aria-label='What is sent'] .sub", new() { HasText = Id }).WaitForAsync();
        Assert.NotEqual("", (await page.Locator("[aria-label='What is sent'] pre").InnerTextAsync()).Trim());
        Assert.Equal(width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Empty(chromium.Errors);
        Assert.Empty(chromium.ForeignRequests);
    }

    private static async Task StoreAsync(RunningMnm mnm, JsonObject match, JsonObject timeline)
    {
        var (services, now) = (mnm.App.Services, DateTimeOffset.UnixEpoch.AddYears(56));
        var (json, minutes) = (Encoding.UTF8.GetBytes(match.ToJsonString()), Encoding.UTF8.GetBytes(timeline.ToJsonString()));
        await services.GetRequiredService<MatchStore>().StoreAsync(new FetchedMatch(MatchReader.Read(Id, json, now)!, json), CancellationToken.None);
        await using var db = await services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        await MatchStore.StoreAsync(
            db, new MatchTimeline { MatchId = Id, Frames = TimelineReader.CountFrames(minutes) ?? 0, FetchedAt = now, Tries = 1, Payload = Packing.Pack(minutes) }, CancellationToken.None);
    }
}
