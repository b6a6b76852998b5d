using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
        await page.WaitForElement("button[aria-label='Send Mika’s phone away']").ClickAsync();
        await page.WaitForElement("[role=alertdialog] .danger").ClickAsync();

        Assert.Contains("it stays out until MnM starts again", page.WaitForElement(".note.danger").TextContent, StringComparison.Ordinal);
        Assert.Equal("Mika’s phone", page.Find("li b").TextContent);
    }
}
