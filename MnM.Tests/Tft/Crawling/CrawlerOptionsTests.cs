using MnM.Collector.Tft;
using MnM.Web.Hosting;

namespace MnM.Tests.Tft.Crawling;

public sealed class CrawlerOptionsTests
{
    [Fact]
    public void Settings_name_what_is_crawled_in_any_case()
    {
        var crawler = Read(("CRAWLER_ENABLED", "true"), ("CRAWLER_PLATFORMS", "EUW1, kr"), ("CRAWLER_QUEUES", "ranked_tft_double_up"), ("CRAWLER_TIERS", "Challenger,MASTER"), ("CRAWLER_COOLDOWN_MINUTES", "5"));
        var plan = crawler.Crawler.PlanFor("na1");
        Assert.Equal(["euw1", "kr"], plan.Platforms.AsEnumerable());
        Assert.Equal(["RANKED_TFT_DOUBLE_UP"], plan.Queues.AsEnumerable());
        Assert.Equal([TftTier.Challenger, TftTier.Master], plan.Tiers.AsEnumerable());
        Assert.Equal((true, TimeSpan.FromMinutes(5)), (crawler.Crawler.Enabled, crawler.Crawler.Cooldown));
    }

    [Fact]
    public void Without_settings_the_owners_platform_would_be_crawled_and_nothing_starts()
    {
        var crawler = Read().Crawler;
        Assert.Null(crawler.Enabled);
        Assert.Equal(["na1"], crawler.PlanFor("na1").Platforms.AsEnumerable());
        Assert.Null(crawler.PlanFor(null).FindFault());
    }

    [Theory]
    [InlineData("CRAWLER_PLATFORMS", "euw1,moon", "moon")]
    [InlineData("CRAWLER_QUEUES", "RANKED_SOLO_5x5", "RANKED_SOLO_5X5")]
    [InlineData("CRAWLER_QUEUES", ",", "RANKED_TFT")]
    [InlineData("CRAWLER_TIERS", "diamond", "diamond")]
    [InlineData("CRAWLER_TIERS", "", "tier")]
    [InlineData("CRAWLER_COOLDOWN_MINUTES", "0", "1 and 10080")]
    [InlineData("CRAWLER_LADDER_HOURS", "0", "1 and 720")]
    [InlineData("CRAWLER_ENABLED", "perhaps", "perhaps")]
    public void What_cannot_be_crawled_is_told_with_the_settings_name(string name, string value, string part)
    {
        var fault = Assert.Throws<StartException>(() => Read((name, value))).Message;
        Assert.Contains(name, fault, StringComparison.Ordinal);
        Assert.Contains(part, fault, StringComparison.Ordinal);
    }

    private static MnmSettings Read(params (string Name, string Value)[] values) => MnmSettings.From(values.ToDictionary(pair => pair.Name, pair => pair.Value));
}
