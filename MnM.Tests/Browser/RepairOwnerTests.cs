using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MnM.Collector.Storage.Backups;
using MnM.Tests.Hosting;
using MnM.Web.Data;
using MnM.Web.Hosting;
using MnM.Web.Shell;

namespace MnM.Tests.Browser;

public sealed class RepairOwnerTests
{
    [BrowserFact]
    public async Task The_owner_code_is_typed_and_the_repair_s_page_opens()
    {
        using TemporaryFolder folder = new();
        var settings = RunningMnm.SettingsFor(folder, ("OWNER_FROM_LOOPBACK", "false"));
        var code = OwnerCode.Tell(settings);
        await using var app = RepairApp.Build(settings, new DamagedDatabaseException("mnm.db", "page 7 is torn"), services => services.AddSingleton(new Restart(null)));
        await app.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(new Uri(app.Urls.Single()), 390, 844, touch: true);

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
