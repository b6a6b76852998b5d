using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Players;
using MnM.Tests.Hosting;
using MnM.Tests.Players.Erasing;
using MnM.Web.Settings;

namespace MnM.Tests.Settings;

/// <summary>The panel while the database takes its time.</summary>
public sealed class ErasePanelTests : BunitContext, IAsyncLifetime
{
    private readonly StalledTraces _traces = new();
    private RunningMnm _mnm = null!;

    public async Task InitializeAsync()
    {
        _mnm = await RunningMnm.StartAsync();
        foreach (var type in new[] { typeof(PlayerSearch), typeof(KeptCopiesReader) })
        {
            Services.AddSingleton(type, _mnm.App.Services.GetRequiredService(type));
        }

        Services.AddSingleton(_traces.EraserOf(_mnm.App.Services));
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeComponentsAsync();
        await _mnm.DisposeAsync();
    }

    [Fact]
    public async Task A_search_ends_with_its_page()
    {
        _traces.Release();
        var panel = Render<ErasePanel>();
        await panel.Find("#erase-who").ChangeAsync(new ChangeEventArgs { Value = "Stranger-EUW" });
        var finding = panel.Find("form").SubmitAsync();
        await _traces.Begun;

        await DisposeComponentsAsync();

        await _traces.Cancelled;
        await finding;
        Assert.True(finding.IsCompletedSuccessfully);
    }
}
