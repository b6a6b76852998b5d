using System.Threading.Channels;
using Microsoft.Playwright;
using MnM.Tests.Demo;
using MnM.Tests.Hosting;
using MnM.Tests.Storage.Backups;
using MnM.Web.Demo;

namespace MnM.Tests.Browser;

/// <summary>Backups and restores as people make them: on the page, with MnM that begins anew.</summary>
public sealed class BackupTests
{
    [BrowserFact]
    public async Task A_backup_is_made_and_restored_on_the_page_and_the_page_comes_back_by_itself()
    {
        using var run = await BackupRun.StartAsync();
        using RecordingLogger log = new();
        using FakeSimulator simulator = new();
        using CancellationTokenSource stop = new();
        var addresses = Channel.CreateUnbounded<string>();
        ModeLoop loop = new(RunningMnm.SettingsFor(run.Folder), simulator.Command, log, TimeProvider.System) { Listening = address => addresses.Writer.TryWrite(address) };
        var running = loop.RunAsync(stop.Token);
        try
        {
            await run.WriteAsync("old");
            await using var chromium = await Chromium.StartAsync();
            var page = await chromium.OpenAsync(new Uri(new Uri(await addresses.Reader.ReadAsync()), "settings"));
            await page.GetByRole(AriaRole.Button, new() { Name = "Make a backup" }).ClickAsync();
            await page.GetByText("The backup is made and whole.").WaitForAsync();
            await run.WriteAsync("new");

            await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Restore the backup of") }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Restore it" }).ClickAsync();
            await addresses.Reader.ReadAsync();

            await page.GetByText("replaced by a restore").WaitForAsync();
            Assert.Equal(["old"], await run.NotesAsync());
            Assert.Empty(chromium.ForeignRequests);
        }
        finally
        {
            await stop.CancelAsync();
            await running;
        }
    }

    [BrowserFact]
    public async Task A_damaged_database_is_repaired_by_a_click()
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("kept");
        await run.MakeAsync();
        BackupRun.Damage(run.Database);
        using RecordingLogger log = new();
        using FakeSimulator simulator = new();
        using CancellationTokenSource stop = new();
        var addresses = Channel.CreateUnbounded<string>();
        ModeLoop loop = new(RunningMnm.SettingsFor(run.Folder), simulator.Command, log, TimeProvider.System) { Listening = address => addresses.Writer.TryWrite(address) };
        var running = loop.RunAsync(stop.Token);
        try
        {
            await using var chromium = await Chromium.StartAsync();
            var page = await chromium.OpenAsync(new Uri(await addresses.Reader.ReadAsync()));
            await page.GetByText("The database is damaged").WaitForAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Restore the newest one that is whole" }).ClickAsync();

            await page.Locator(".rail").WaitForAsync();
            Assert.Equal(["kept"], await run.NotesAsync());
        }
        finally
        {
            await stop.CancelAsync();
            await running;
        }
    }
}
