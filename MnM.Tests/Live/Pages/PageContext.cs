using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Tests.Security;
using MnM.Web.Live;
using MnM.Web.Shell;

namespace MnM.Tests.Live.Pages;

/// <summary>Renders pages against a live state that a test publishes.</summary>
public abstract class PageContext : VisitorContext
{
    protected PageContext()
    {
        Services.AddSingleton(States);
        Services.AddSingleton<TimeProvider>(new StandingClock(LiveViews.At.AddSeconds(0.4)));
        Services.AddSingleton(StaticCatalogs.Store());
        Services.AddSingleton(new DemoState(isDemo: false));
        Services.AddSingleton(new DemoSwitch(() => Started++, () => Stopped++));
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    protected Feed<LiveState> States { get; } = new(LiveState.Starting);

    protected int Started { get; private set; }

    protected int Stopped { get; private set; }

    protected IRenderedComponent<LivePage> Show(LiveState state) => Show<LivePage>(state);

    protected IRenderedComponent<TPage> Show<TPage>(LiveState state)
        where TPage : IComponent
    {
        States.Publish(state);
        return Render<TPage>();
    }

    private protected IRenderedComponent<LivePage> Show(LiveView game) => Show(LiveViews.InGame(game));

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
