using System.Collections;
using System.Threading.Channels;
using Microsoft.Playwright;
using MnM.Tests.Demo;
using MnM.Tests.Hosting;
using MnM.Web.Demo;
using MnM.Web.Hosting;

namespace MnM.Tests.Browser;

public sealed class SettingsTests
{
    [BrowserFact]
    public async Task A_setting_is_checked_when_it_is_typed_kept_in_the_file_and_used_by_a_MnM_that_begins_anew()
    {
        using TemporaryFolder folder = new();
        using RecordingLogger log = new();
        using FakeSimulator simulator = new();
        using CancellationTokenSource stop = new();
        folder.Write(".env", "# mine\nRIOT_PLATFORM=na1\n");
        var quiet = RunningMnm.SettingsFor(folder).Values.Select(pair => $"{(pair.Key.StartsWith("--", StringComparison.Ordinal) ? "" : "--")}{pair.Key}={pair.Value}");
        SettingsSources sources = new(CommandLine.Parse([.. quiet]), folder.Path, folder.Path, new Hashtable());
        var settings = sources.Load();
        SettingsInUse inUse = new(settings, sources, new LogRules(settings));
        var addresses = Channel.CreateUnbounded<string>();
        var running = new ModeLoop(settings, simulator.Command, log, TimeProvider.System) { InUse = inUse, Listening = address => addresses.Writer.TryWrite(address) }.RunAsync(stop.Token);
        try
        {
            await using var chromium = await Chromium.StartAsync();
            var page = await chromium.OpenAsync(new Uri(new Uri(await addresses.Reader.ReadAsync()), "settings"));
            var row = page.Locator("[data-setting=LIVE_GRACE_SECONDS]");
            await row.Locator("input:enabled").FillAsync("4");
            await page.Keyboard.PressAsync("Tab");
            await row.GetByText("must be between 5 and 600").WaitForAsync();

            await row.Locator("input").FillAsync("12");
            await page.Keyboard.PressAsync("Tab");
            await row.Locator(".err").WaitForAsync(new() { State = WaitForSelectorState.Detached });
            await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await addresses.Reader.ReadAsync();

            // The page comes back by itself, with what is in use now.
            await page.Locator("[data-restarting]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
            await row.Locator("input:enabled").WaitForAsync();
            Assert.Equal("12", await row.Locator("input").InputValueAsync());
            Assert.Equal("# mine\nRIOT_PLATFORM=na1\nLIVE_GRACE_SECONDS=12\n", await File.ReadAllTextAsync(folder.File(".env")));
            Assert.Equal(TimeSpan.FromSeconds(12), inUse.Current.Live.Grace);
            Assert.Empty(chromium.ForeignRequests);
        }
        finally
        {
            await stop.CancelAsync();
            await running;
        }
    }
}
