using MnM.Web.Hosting;

namespace MnM.Tests.Insights.Language;

public sealed class LanguageOptionsTests
{
    [Theory]
    [InlineData("http://localhost:11434", "http://localhost:11434/v1/")]
    [InlineData("http://127.0.0.1:1234/v1", "http://127.0.0.1:1234/v1/")]
    [InlineData("http://192.168.1.20:8080/v1/", "http://192.168.1.20:8080/v1/")]
    [InlineData("http://nas:8080/v1", "http://nas:8080/v1/")]
    [InlineData("http://[::1]:8080/v1", "http://[::1]:8080/v1/")]
    [InlineData("https://api.example.org/openai/v1", "https://api.example.org/openai/v1/")]
    public void An_address_on_this_machine_near_it_or_encrypted_is_taken(string text, string address) => Assert.Equal(new Uri(address), From(("INSIGHTS_ENDPOINT", text), ("INSIGHTS_MODEL", "m")));

    [Theory]
    [InlineData("http://api.example.org/v1")]
    [InlineData("http://8.8.8.8/v1")]
    [InlineData("https://me:pass@api.example.org/v1")]
    [InlineData("https://api.example.org/v1/chat/completions")]
    [InlineData("https://api.example.org/v1?key=1")]
    [InlineData("ftp://api.example.org")]
    public void Another_address_stops_the_start(string text) => AssertFault("INSIGHTS_ENDPOINT", ("INSIGHTS_ENDPOINT", text), ("INSIGHTS_MODEL", "m"));

    [Fact]
    public void An_address_without_a_model_stops_the_start() => AssertFault("INSIGHTS_ENDPOINT", ("INSIGHTS_ENDPOINT", "http://localhost:1/v1"));

    [Theory]
    [InlineData("INSIGHTS_MODEL", "two words")]
    [InlineData("INSIGHTS_API_KEY", "two words")]
    [InlineData("INSIGHTS_DAILY_TOKENS", "9999")]
    [InlineData("INSIGHTS_DAILY_TOKENS", "many")]
    [InlineData("INSIGHTS_PRICE_IN", "-1")]
    [InlineData("INSIGHTS_PRICE_OUT", "10001")]
    [InlineData("INSIGHTS_CURRENCY", "Euro")]
    public void A_wrong_value_stops_the_start_by_name(string name, string value) => AssertFault(name, (name, value));

    [Fact]
    public void The_key_is_a_secret() => Assert.Equal(["very-secret"], MnmSettings.From(new Dictionary<string, string> { ["INSIGHTS_API_KEY"] = "very-secret" }).Secrets);

    private static Uri? From(params (string Name, string Value)[] settings) => MnmSettings.From(settings.ToDictionary(pair => pair.Name, pair => pair.Value)).Language.Endpoint;

    private static void AssertFault(string name, params (string Name, string Value)[] settings)
    {
        var message = Assert.Throws<StartException>(() => From(settings)).Message;
        Assert.Contains($"  {name}: ", message, StringComparison.Ordinal);
    }
}
