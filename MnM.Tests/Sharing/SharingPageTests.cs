using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Sharing;
using MnM.Collector.Storage;
using MnM.Web.Sharing;

namespace MnM.Tests.Sharing;

/// <summary>The page Sharing over a MnM that runs.</summary>
public sealed class SharingPageTests : BunitContext, IAsyncLifetime
{
    private LanMnm _lan = null!;

    public async Task InitializeAsync()
    {
        _lan = await LanMnm.StartAsync();
        Services.AddSingleton(_lan.Desk).AddSingleton(_lan.Mnm.App.Services.GetRequiredService<SharingMonitor>()).AddSingleton(TimeProvider.System);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeComponentsAsync();
        await _lan.DisposeAsync();
    }

    [Fact]
    public async Task What_the_database_does_not_take_is_told()
    {
        await _lan.ViewerAsync();
        await _lan.FillDiskAsync();

        var page = Render<SharingPage>();
        await page.WaitForElement("button[aria-label='Send away Mika’s phone']").ClickAsync();
        await page.WaitForElement("[role=alertdialog] .danger").ClickAsync();

        Assert.Contains("it stays out until MnM starts again", page.WaitForElement(".note.danger").TextContent, StringComparison.Ordinal);
        Assert.Equal("Mika’s phone", page.Find("li b").TextContent);
    }

    [Fact]
    public async Task A_tick_in_a_page_with_an_old_picture_does_not_share_again()
    {
        var page = Render<SharingPage>();
        page.WaitForElement("input[type=checkbox]");
        await using (var db = await _lan.Mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlAsync($"ALTER TABLE devices RENAME TO away");
        }

        await _lan.Desk.SetAsync(new SharingChange(IsOn: false), CancellationToken.None);
        Assert.Contains("does not answer", page.WaitForElement(".note.danger").TextContent, StringComparison.Ordinal);
        await page.Find("input").ChangeAsync(new ChangeEventArgs { Value = true });

        Assert.Equal(new SharingState(IsOn: false, ShowsCustomGames: true), _lan.Mnm.App.Services.GetRequiredService<SharingSwitch>().Current);
    }
}
