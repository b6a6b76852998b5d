using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MnM.Tests.Security;
using MnM.Web.Security;
using MnM.Web.Shell;

namespace MnM.Tests.Shell.Pages;

public sealed class MainLayoutTests : VisitorContext
{
    private int _stopped;

    [Fact]
    public void The_footer_holds_Riots_sentence_to_the_letter() =>
        Assert.Equal(
            "MnM is not endorsed by Riot Games and does not reflect the views or opinions of Riot Games or anyone officially involved in producing or managing Riot Games properties. Riot Games and all associated properties are trademarks or registered trademarks of Riot Games, Inc.",
            Show(demo: false, "<p>hello</p>").Find("footer").TextContent);

    [Fact]
    public void Outside_the_demo_the_bar_says_nothing_of_it() => Assert.Empty(Show(demo: false, "<p>hello</p>").FindAll(".demo"));

    [Fact]
    public void The_demo_is_always_named_and_can_be_stopped()
    {
        var layout = Show(demo: true, "<p>hello</p>");
        Assert.Contains("invented players", layout.Find(".demo").TextContent, StringComparison.Ordinal);

        layout.Find(".demo button").Click();

        layout.WaitForAssertion(() => Assert.Equal(1, _stopped));
        layout.WaitForAssertion(() => Assert.Contains("Stopping the demo…", layout.Find(".demo").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_viewer_is_led_to_shared_pages_alone_and_does_not_stop_the_demo()
    {
        string[] owners = ["/sharing", "/riot", "/status", "/settings"];
        var layout = Show(demo: true, "<p>hello</p>");
        Assert.Empty(owners.Except(Links(layout)));

        Be(Role.Viewer);
        layout.WaitForAssertion(() => Assert.Equal(["/", "/", "/scouting", "/friends", "/games", "/history", "/champion", "/tft", "/board", "/games", "/champion", "/tft"], Links(layout)));
        Assert.Empty(ActsOn(layout));
    }

    [Fact]
    public void A_page_that_fails_leaves_the_shell_standing_and_can_be_drawn_again()
    {
        var fails = true;
        var layout = Show(demo: false, builder =>
        {
            if (fails)
                throw new InvalidOperationException();

            builder.AddMarkupContent(0, "<p id=\"fine\">fine</p>");
        });
        Assert.Contains("This page has stopped", layout.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(layout.FindAll(".rail a"));

        fails = false;
        layout.Find("[role=alert] button").Click();

        Assert.NotNull(layout.Find("#fine"));
    }

    [Fact]
    public void The_page_can_be_reached_by_keyboard_without_the_rail()
    {
        var layout = Show(demo: false, "<p>hello</p>");

        Assert.Equal("#page", layout.Find(".skip").GetAttribute("href"));
        Assert.Equal("page", layout.Find("main").Id);
    }

    private static IEnumerable<string> Links(IRenderedComponent<MainLayout> layout) => layout.FindAll(".rail a").Select(link => link.GetAttribute("href")!);

    private IRenderedComponent<MainLayout> Show(bool demo, string body) => Show(demo, builder => builder.AddMarkupContent(0, body));

    private IRenderedComponent<MainLayout> Show(bool demo, RenderFragment body)
    {
        Services.AddSingleton(new DemoState(demo));
        Services.AddSingleton(new DemoSwitch(() => { }, () => _stopped++));
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return Render<MainLayout>(parameters => parameters.Add(layout => layout.Body, body));
    }
}
