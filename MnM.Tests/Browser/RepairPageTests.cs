using Microsoft.Playwright;
using MnM.Tests.Data;
using MnM.Tests.Hosting;

namespace MnM.Tests.Browser;

/// <summary>What the repair's page makes of answers that are none.</summary>
public sealed class RepairPageTests : IAsyncLifetime
{
    private RepairingMnm _mnm = null!;
    private Chromium _chromium = null!;
    private IPage _page = null!;

    public async Task InitializeAsync()
    {
        _mnm = await RepairingMnm.StartAsync(new TemporaryFolder());
        _chromium = await Chromium.StartAsync();
        _page = await _chromium.OpenAsync(_mnm.Address);
    }

    public async Task DisposeAsync()
    {
        await _chromium.DisposeAsync();
        await _mnm.DisposeAsync();
    }

    [BrowserFact]
    public async Task A_bare_refusal_is_told_and_can_be_tried_again()
    {
        await _page.RouteAsync("**/repair/empty", route => route.FulfillAsync(new() { Status = 500, Body = "no page" }));

        await Empty.ClickAsync();

        await _page.GetByText("MnM did not do it (500).").WaitForAsync();
        await _page.GetByText("page 7 is torn").WaitForAsync();
        Assert.True(await Empty.IsEnabledAsync());
    }

    [BrowserFact]
    public async Task A_connection_that_is_cut_is_told_and_MnM_opened_when_it_is_back()
    {
        await _page.RouteAsync("**/repair/empty", route => route.AbortAsync());

        await Empty.ClickAsync();
        await _page.GetByText("MnM does not answer.").WaitForAsync();
        await _page.RouteAsync(_page.Url, route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<p>MnM is back</p>" }));

        await _page.GetByText("MnM is back").WaitForAsync();
    }

    [BrowserFact]
    public async Task A_second_click_asks_for_nothing()
    {
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await _page.RouteAsync("**/repair/empty", async route =>
        {
            await release.Task;
            await route.ContinueAsync();
        });

        await Empty.ClickAsync();
        Assert.True(await Empty.IsDisabledAsync());
        release.SetResult();

        await _page.GetByText("MnM begins anew").WaitForAsync();
    }

    private ILocator Empty => _page.GetByRole(AriaRole.Button, new() { Name = "Begin with an empty database" });
}
