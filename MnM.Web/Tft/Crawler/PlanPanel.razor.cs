using Microsoft.AspNetCore.Components;
using MnM.Collector.Tft.Crawling;

namespace MnM.Web.Tft.Crawler;

/// <summary>What is crawled, and the way to choose something else.</summary>
public sealed partial class PlanPanel
{
    private CrawlerPlan _plan = new([], [], []);
    private CrawlerPlan? _taken;
    private bool _busy;
    private bool _isFault;
    private string? _said;

    /// <summary>Null before it is read.</summary>
    [Parameter, EditorRequired] public required CrawlerView? View { get; set; }

    /// <summary>Lets it run; answers why not.</summary>
    [Parameter, EditorRequired] public required Func<CrawlerPlan, Task<string?>> Start { get; set; }

    // The settings can keep it off; then no button lets it run.
    private bool IsOff => _busy || !RendererInfo.IsInteractive || View is { State: CrawlerState.Off, Why: not null };

    private bool IsRunning => View?.State is CrawlerState.Crawling or CrawlerState.Resting or CrawlerState.Waiting;

    private bool IsChanged => View is not null && !CrawlerWords.AreEqual(_plan, View.Plan);

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        // What is being chosen outlives the ticks of the page; what somebody else has begun shows.
        if (View is { } view && (_taken is null || !CrawlerWords.AreEqual(_taken, view.Plan)))
        {
            (_plan, _taken) = (view.Plan, view.Plan);
        }
    }

    private async Task StartAsync()
    {
        (_busy, _said, _isFault) = (true, null, false);
        var fault = await Start(_plan);
        (_busy, _isFault, _said) = (false, fault is not null, fault ?? "It runs.");
    }
}
