using Microsoft.AspNetCore.Components;

namespace MnM.Web.Tft.Crawler;

/// <summary>The crawler's line as it changes, for every page of Teamfight Tactics.</summary>
public sealed partial class CrawlerStrip(CrawlerMonitor monitor)
{
    private CrawlerScene _scene = CrawlerScene.Loading;
    private bool _busy;
    private string? _fault;

    /// <inheritdoc cref="CrawlerLine.IsOwnPage"/>
    [Parameter] public bool IsOwnPage { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => Watch(monitor.Scenes, scene => _scene = scene);

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await monitor.ReadAsync(CancellationToken.None);
        }
    }

    private Task PauseAsync() => ActAsync(monitor.PauseAsync);

    private Task ResumeAsync() => _scene.View is { } view ? ActAsync(() => monitor.StartAsync(view.Plan)) : Task.CompletedTask;

    private async Task ActAsync(Func<Task<string?>> act)
    {
        (_busy, _fault) = (true, null);
        _fault = await act();
        _busy = false;
    }
}
