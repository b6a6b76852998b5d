using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Web.Live;
using MnM.Web.Shell;

namespace MnM.Tests.Live.Pages;

/// <summary>Renders the live page against a feed that a test fills.</summary>
public abstract class PageContext : BunitContext
{
    protected PageContext()
    {
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Services.AddSingleton(States);
        Services.AddSingleton<TimeProvider>(new StandingClock(LiveViews.At.AddSeconds(0.4)));
        Services.AddSingleton(new DemoState(isDemo: false));
        Services.AddSingleton(new DemoSwitch(() => Started++, () => Stopped++));
    }

    protected Feed<LiveState> States { get; } = new(LiveState.Starting);

    protected int Started { get; private set; }

    protected int Stopped { get; private set; }

    protected IRenderedComponent<LivePage> Show(LiveState state)
    {
        States.Publish(state);
        return Render<LivePage>();
    }

    private protected IRenderedComponent<LivePage> Show(LiveView game) => Show(LiveViews.InGame(game));

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
