using Microsoft.Playwright;
using MnM.Tests.Data;
using MnM.Tests.Hosting;
using MnM.Web.Hosting;

namespace MnM.Tests.Browser;

public sealed class RepairOwnerTests
{
    [BrowserFact]
    public async Task The_owner_code_is_typed_and_the_repair_s_page_opens()
    {
        var folder = new TemporaryFolder();
        var code = OwnerCode.Tell(RunningMnm.SettingsFor(folder));
        await using var mnm = await RepairingMnm.StartAsync(folder, ("OWNER_FROM_LOOPBACK", "false"));
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(mnm.Address, 390, 844, touch: true);

        await page.GetByLabel("Owner code").FillAsync("AAAA-AAAA-AAAA-AAAA-AAAA");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("That is not the owner code.").WaitForAsync();
        await page.GetByLabel("Owner code").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();

        await page.GetByText("page 7 is torn").WaitForAsync();
        Assert.Equal(0, await page.GetByLabel("Owner code").CountAsync());
        Assert.Empty(chromium.ForeignRequests);
    }
}
