using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Insights;
using MnM.Collector.Insights.Language;
using MnM.Simulator;
using MnM.Tests.Security;
using MnM.Web.Insights;

namespace MnM.Tests.Insights.Pages;

/// <summary>What the page of the language model says in each of its states.</summary>
public sealed class LanguagePartsTests : VisitorContext
{
    private static readonly LanguageState Off = new(null, "", IsLocal: false, null, 0, 100_000, null, "", null);
    private static readonly LanguageState Hosted = Off with { Endpoint = new Uri("https://models.example/v1"), Model = "some-model" };
    private readonly List<bool> _decided = [];

    public LanguagePartsTests()
    {
        Services.AddSingleton<TimeProvider>(new SimulatorClock());
        JSInterop.Mode = JSRuntimeMode.Loose;
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public void Without_an_endpoint_nothing_can_be_agreed_to()
    {
        var panel = Show(Off);
        Assert.Contains("nothing is sent to anybody", panel.Markup, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("button"));
    }

    [Fact]
    public void Before_the_first_use_the_page_says_where_it_would_go_and_asks_twice()
    {
        var panel = Show(Hosted);
        Assert.Contains("https://models.example/v1", panel.Find(".facts").TextContent, StringComparison.Ordinal);
        Assert.Contains("figures and names leave this one", panel.Find(".facts").TextContent, StringComparison.Ordinal);
        panel.Find(".btn.primary").Click();
        Assert.Empty(_decided);

        Assert.Contains("goes to models.example", panel.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
        panel.FindAll("[role=alertdialog] button")[0].Click();
        Assert.Empty(panel.FindAll("[role=alertdialog]"));
        Assert.Empty(_decided);

        panel.Find(".btn.primary").Click();
        panel.FindAll("[role=alertdialog] button")[1].Click();
        Assert.Equal([true], _decided);
    }

    [Fact]
    public void What_is_agreed_to_is_taken_back_at_once()
    {
        var panel = Show(Hosted with { AgreedAt = new DateTimeOffset(2026, 11, 21, 20, 0, 0, TimeSpan.Zero), TokensToday = 12_500, CostToday = 0.0125m, Currency = "USD" });
        Assert.Contains("12,500 of 100,000 tokens, about 0.0125 USD", panel.Find(".facts").TextContent, StringComparison.Ordinal);
        Assert.Equal("--v:12.5", panel.Find(".prog i").GetAttribute("style"));
        panel.Find("button").Click();
        Assert.Equal([false], _decided);
    }

    [Fact]
    public void A_budget_that_is_used_up_and_the_last_fault_are_told()
    {
        var panel = Show(Hosted with { AgreedAt = DateTimeOffset.UnixEpoch, TokensToday = 100_400, LastFault = "It did not answer within 60 s." });
        Assert.Contains("The budget is used up", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("It did not answer within 60 s.", panel.Find(".note.warn").TextContent, StringComparison.Ordinal);
        Assert.Equal("--v:100", panel.Find(".prog i").GetAttribute("style"));
    }

    [Fact]
    public void What_is_sent_is_shown_to_the_letter_and_is_text()
    {
        const string Text = "{\"name\":\"<script>1</script>\"}";
        var panel = Render<SentPanel>(sent => sent.Add(one => one.State, Hosted).Add(one => one.Text, Text).Add(one => one.Example, "of an invented match"));
        Assert.Equal(Text, panel.Find("pre").TextContent);
        Assert.Contains("would go to models.example", panel.Find("p").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_way_to_set_one_up_names_settings_and_servers()
    {
        var text = Render<SetUpPanel>().Markup;
        Assert.All(["INSIGHTS_ENDPOINT", "INSIGHTS_MODEL", "INSIGHTS_API_KEY", "INSIGHTS_DAILY_TOKENS", "Ollama", "LM Studio", "llama.cpp", "hosted"], word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("EUW1_7", "3", null, null, "match:EUW1_7:3")]
    [InlineData(null, null, "7", "30", "player:7:30")]
    [InlineData(null, null, "7", "many", "player:7:20")]
    [InlineData("EUW1_7", "-1", null, null, null)]
    [InlineData(null, null, "99999999999999999999", null, null)]
    public void The_example_is_what_the_address_names(string? match, string? participant, string? player, string? games, string? key) =>
        Assert.Equal(key, InsightPages.SubjectOf(match, participant, player, games)?.Key);

    [Fact]
    public void The_address_of_a_subject_leads_back_to_it()
    {
        foreach (var subject in new[] { Reports.Match, Reports.Player, new InsightSubject.OfMatch("EUW1_1&p=2", 4) })
        {
            var query = System.Web.HttpUtility.ParseQueryString(InsightPages.LanguageOf(subject).Split('?')[1]);
            Assert.Equal(subject, InsightPages.SubjectOf(query["match"], query["p"], query["player"], query["games"]));
        }
    }

    private IRenderedComponent<LanguagePanel> Show(LanguageState state) =>
        Render<LanguagePanel>(panel => panel.Add(one => one.State, state).Add(one => one.Decided, _decided.Add));
}
