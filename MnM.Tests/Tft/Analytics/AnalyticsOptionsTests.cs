using MnM.Collector.Tft.Analytics;
using MnM.Web.Hosting;

namespace MnM.Tests.Tft.Analytics;

public sealed class AnalyticsOptionsTests
{
    [Theory]
    [InlineData("http://localhost:8123")]
    [InlineData("http://localhost:8123/")]
    [InlineData("https://mnm:pass%20word@db.example.org/mnm_2")]
    public void An_address_with_or_without_a_database_is_taken(string text) => Assert.NotNull(From(("TFT_CLICKHOUSE_URL", text)).ClickHouse);

    [Theory]
    [InlineData("TFT_CLICKHOUSE_URL", "localhost:8123")]
    [InlineData("TFT_CLICKHOUSE_URL", "tcp://mnm:very-secret@localhost:9000")]
    [InlineData("TFT_CLICKHOUSE_URL", "http://mnm:very-secret@localhost/a/b")]
    [InlineData("TFT_CLICKHOUSE_URL", "http://localhost/mnm'--")]
    [InlineData("TFT_CLICKHOUSE_URL", "http://localhost?password=very-secret")]
    [InlineData("TFT_KEEP_SETS", "-1")]
    [InlineData("TFT_KEEP_SETS", "two")]
    public void A_wrong_value_stops_the_start_by_name_and_no_password_is_repeated(string name, string value)
    {
        var message = Assert.Throws<StartException>(() => From((name, value))).Message;
        Assert.Contains($"  {name}: ", message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_is_a_secret() => Assert.Single(MnmSettings.From(new Dictionary<string, string> { ["TFT_CLICKHOUSE_URL"] = "http://mnm:very-secret@localhost" }).Secrets);

    [Fact]
    public void Without_a_word_the_file_beside_the_database_keeps_all_sets()
    {
        var options = From();
        Assert.Null(options.ClickHouse);
        Assert.Equal(0, options.KeepSets);
    }

    private static AnalyticsOptions From(params (string Name, string Value)[] settings) => MnmSettings.From(settings.ToDictionary(pair => pair.Name, pair => pair.Value)).Analytics;
}
