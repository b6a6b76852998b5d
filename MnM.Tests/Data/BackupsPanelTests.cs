using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MnM.Tests.Storage.Backups;
using MnM.Web.Data;
using MnM.Web.Shell;

namespace MnM.Tests.Data;

public sealed class BackupsPanelTests : BunitContext, IAsyncLifetime
{
    private BackupRun _run = null!;
    private int _restarts;

    public async Task InitializeAsync()
    {
        _run = await BackupRun.StartAsync();
        Services.AddSingleton<TimeProvider>(_run.Clock);
        Services.AddSingleton(_run.Backups).AddSingleton(_run.Desk).AddSingleton(_run.Restore).AddSingleton(Options.Create(_run.Options));
        Services.AddSingleton(new Restart(() => _restarts++));
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeComponentsAsync();
        _run.Dispose();
    }

    [Fact]
    public async Task A_backup_is_made_at_a_click_and_stands_in_the_list()
    {
        var panel = Render<BackupsPanel>();
        Assert.Contains("There is no backup yet.", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("One a day; the latest 7 are kept.", panel.Markup, StringComparison.Ordinal);

        await panel.Find("header button").ClickAsync();

        panel.WaitForAssertion(() => Assert.Contains("made by hand", panel.Find(".kept-backups li").TextContent, StringComparison.Ordinal));
        Assert.Contains("The backup is made and whole.", panel.Markup, StringComparison.Ordinal);
        Assert.Single(_run.Backups.List());
    }

    [Fact]
    public async Task Without_room_the_fault_is_told()
    {
        _run.FreeBytes = _ => 0;
        var panel = Render<BackupsPanel>();

        await panel.Find("header button").ClickAsync();

        panel.WaitForAssertion(() => Assert.Contains("the disk would be full", panel.Find(".said").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_restore_is_asked_for_once_more_and_then_begins()
    {
        await _run.WriteAsync("old");
        await _run.MakeAsync();
        await _run.WriteAsync("new");
        var panel = Render<BackupsPanel>();

        await panel.Find("button[aria-label^='Restore']").ClickAsync();
        Assert.Equal(0, _restarts);
        await panel.Find(".note .danger").ClickAsync();

        panel.WaitForAssertion(() => Assert.Equal(1, _restarts));
        Assert.NotNull(panel.Find("[data-restarting]"));
        await _run.BeginAsync();
        Assert.Equal(["old"], await _run.NotesAsync());
    }

    [Fact]
    public async Task A_restore_that_was_called_off_is_told()
    {
        await _run.StageAsync(await _run.MakeAsync());
        await using (SqliteConnection other = new($"Data Source={_run.Database};Pooling=false"))
        {
            await other.OpenAsync();
            await using var writing = other.CreateCommand();
            writing.CommandText = "BEGIN IMMEDIATE";
            await writing.ExecuteNonQueryAsync();
            _run.Restore.Apply();
        }

        Assert.Contains("The restore did not take place.", Render<BackupsPanel>().Find(".said").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_backup_begins_nothing()
    {
        BackupRun.Damage(_run.PathOf(await _run.MakeAsync()));
        var panel = Render<BackupsPanel>();

        await panel.Find("button[aria-label^='Restore']").ClickAsync();
        await panel.Find(".note .danger").ClickAsync();

        panel.WaitForAssertion(() => Assert.Contains("is damaged", panel.Find(".said").TextContent, StringComparison.Ordinal));
        Assert.Equal(0, _restarts);
    }

    [Fact]
    public async Task A_backup_is_deleted_when_that_is_confirmed()
    {
        await _run.MakeAsync();
        var panel = Render<BackupsPanel>();

        await panel.Find("button[aria-label^='Delete']").ClickAsync();
        Assert.Single(_run.Backups.List());
        await panel.Find(".note .danger").ClickAsync();

        panel.WaitForAssertion(() => Assert.Empty(_run.Backups.List()));
    }
}
