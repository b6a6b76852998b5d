using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MnM.Tests.Security;

namespace MnM.Tests.Browser;

/// <summary>Names from Riot are text on the pages that viewers read, also where the page is drawn by its circuit alone.</summary>
public sealed class HostilePagesTests
{
    private const int Parts = 4;

    private const string IsTold =
        """
        () => [...document.querySelectorAll('main *:not(script)')].some(one => [...one.childNodes].some(part => part.nodeType === 3 && ['alert(1)', 'gnp.exe'].some(name => part.data.includes(name))))
        """;

    private const string Made =
        """
        () => [...document.querySelectorAll('img[src="x"], [onerror], [onload], [href^="javascript:" i], script:not([src])')]
          .filter(one => one.localName !== 'script' || one.textContent.includes('alert(1)')).map(one => one.outerHTML)
        """;

    /// <summary>Pages of viewers that tell of nobody, or, without loops and without a friend's game, have nothing to tell here.</summary>
    private static readonly string[] WithoutNames = ["/champion", "/not-found", "/history", "/tft/friends"];

    private static readonly Dictionary<string, string> Samples = new()
    {
        ["/champion/{id}"] = "/champion/9999",
        ["/games"] = "/games?time=range",
        ["/games/{Id:long}"] = "/games/1",
        ["/match/{Id}"] = $"/match/{HostileWorld.Match}",
        ["/players/{player}"] = $"/players/{HostileWorld.Anna}",
        ["/players/{player}/time"] = $"/players/{HostileWorld.Anna}/time",
        ["/tft/item/{id}"] = $"/tft/item/{Uri.EscapeDataString(HostileWorld.Of("TFT_Item_Blade"))}",
        ["/tft/trait/{id}"] = $"/tft/trait/{Uri.EscapeDataString(HostileWorld.Of("TFT18_Bastion"))}",
        ["/tft/unit/{id}"] = $"/tft/unit/{Uri.EscapeDataString(HostileWorld.Of("TFT18_Jinx"))}",
    };

    [BrowserFact]
    public async Task Pages_that_viewers_read_show_them_as_text()
    {
        // A stranger, as the visitor is for the limits, may not ask for more at once than some pages.
        List<string> faults = [];
        for (var part = 0; part < Parts; part++)
        {
            await VisitAsync(part, faults);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task VisitAsync(int part, List<string> faults)
    {
        await using var mnm = await HostileWorld.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        var routes = mnm.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && RouteTable.Of(route) == "– yes yes")
            .Select(route => '/' + route.RoutePattern.RawText!.Trim('/')).Distinct().Except(WithoutNames).Order(StringComparer.Ordinal).ToList();
        Assert.InRange(routes.Count, 12, int.MaxValue);
        var page = await chromium.OpenAsync(new Uri(mnm.Address, "/not-found"));
        page.Dialog += (_, dialog) =>
        {
            faults.Add($"{page.Url} asks {dialog.Message}");
            _ = dialog.DismissAsync();
        };

        foreach (var route in routes.Where((_, number) => number % Parts == part))
        {
            await page.GotoAsync(new Uri(mnm.Address, Samples.GetValueOrDefault(route, route)).AbsoluteUri);
            try
            {
                await page.WaitForFunctionAsync(IsTold);
            }
            catch (TimeoutException)
            {
                faults.Add($"{route} tells of nobody");
            }

            faults.AddRange((await page.EvaluateAsync<string[]>(Made)).Select(made => $"{route} {made}"));
        }

        Assert.Empty(chromium.ForeignRequests);
    }
}
