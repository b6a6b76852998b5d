namespace MnM.Tests.Browser;

public sealed class FirstRunTests
{
    [BrowserFact]
    public async Task Who_opens_a_new_MnM_is_welcomed_once()
    {
        await using var mnm = await Settings.FirstRunTests.StartNewAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(mnm.Address, 390, 844, touch: true);
        await page.WaitForURLAsync("**/welcome");
        await page.GetByText("not found in the usual folders").WaitForAsync();
        await page.GetByText("Enter a key").Or(page.GetByText("Cancel", new() { Exact = true })).First.WaitForAsync();

        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Done" }).ClickAsync();

        await page.WaitForURLAsync(mnm.Address.AbsoluteUri);
        await page.GotoAsync(mnm.Address.AbsoluteUri);
        Assert.Equal(mnm.Address.AbsoluteUri, page.Url);
        Assert.Empty(chromium.Errors);
        Assert.Empty(chromium.ForeignRequests);
    }
}
