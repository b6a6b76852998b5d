using System.Collections.Immutable;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Sections;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Analytics;
using MnM.Simulator;
using MnM.Tests.Hosting;
using MnM.Tests.Security;
using MnM.Tests.StaticData;
using MnM.Web.Shell;
using MnM.Web.Tft.Crawler;
using MnM.Web.Tft.Explorer;

namespace MnM.Tests.Tft.Explorer;

/// <summary>Pages of the explorer over answers that a test gives.</summary>
public abstract class ExplorerWorld : VisitorContext
{
    private readonly TemporaryFolder _folder = new();
    private readonly StaticDataRun _staticData;

    protected ExplorerWorld()
    {
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        _staticData = new StaticDataRun(_folder, new FakeDataDragon { Offline = true });
        Answers = question => Task.FromResult<TftReply>(new TftReply.Answered(Rows.Answer(question, Clock.GetUtcNow(), Rows.Of(question))));
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton(_ => _staticData.Store);
        Services.AddSingleton(new ExplorerReader(AskAsync, _ => ChoicesAsync()));
        ComponentFactories.AddStub<CrawlerStrip>();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    private protected SimulatorClock Clock { get; } = new();

    /// <summary>What the explorer answers.</summary>
    private protected Func<TftQuestion, Task<TftReply>> Answers { get; set; }

    /// <summary>What can be chosen.</summary>
    private protected Func<Task<TftChoices>> ChoicesAsync { get; set; } = () => Task.FromResult(Rows.Choices);

    /// <summary>What it was asked, in that order.</summary>
    private protected List<TftQuestion> Asked { get; } = [];

    private protected BunitNavigationManager Navigation => Services.GetRequiredService<BunitNavigationManager>();

    private protected void Reply(TftReply reply) => Answers = _ => Task.FromResult(reply);

    /// <summary>What the page put into the bar above it.</summary>
    private protected IRenderedComponent<SectionOutlet> Bar { get; private set; } = null!;

    /// <summary>Shows a page at an address.</summary>
    private protected IRenderedComponent<TPage> Show<TPage>(string address, Action<ComponentParameterCollectionBuilder<TPage>>? parameters = null)
        where TPage : IComponent
    {
        Navigation.NavigateTo(address);
        Bar = Render<SectionOutlet>(outlet => outlet.Add(one => one.SectionId, MainLayout.Bar));
        return Render<TPage>(parameters ?? (_ => { }));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _staticData.Dispose();
            _folder.Dispose();
        }
    }

    private Task<TftReply> AskAsync(TftQuestion question, CancellationToken cancellationToken)
    {
        Asked.Add(question);
        return Answers(question);
    }
}

/// <summary>Rows of invented answers.</summary>
internal static class Rows
{
    public static TftChoices Choices { get; } = new(
        [new("18.2", 18, 1000, new(2026, 11, 10), new(2026, 11, 22)), new("18.1", 18, 700, new(2026, 10, 20), new(2026, 11, 9))],
        [18],
        [(1100, 900), (1160, 100)],
        [("euw1", 800), ("kr", 200)],
        [(TftTier.Challenger, 600), (TftTier.Master, 400)],
        ["TFT18_Ahri", "TFT18_Jinx", "TFT18_Vi"],
        ["TFT_Item_Blade", "TFT_Item_Shard"],
        ["TFT18_Bastion", "TFT18_Mage"]);

    /// <summary>Three rows of whatever is asked for; the last has too few games.</summary>
    public static TftRow[] Of(TftQuestion question) => question.Subject switch
    {
        TftSubject.Units =>
        [
            Row(new("TFT18_Ahri", [], [], null), 400, 4.02, -.09), Row(new("TFT18_Jinx", [], [], null), 300, 3.55, -.38), Row(new("TFT18_Vi", [], [], null), 12, 5, .5),
        ],
        TftSubject.Items => [Row(new(null, ["TFT_Item_Blade"], [], null), 200, 3.8, -.44), Row(new(null, ["TFT_Item_Shard"], [], null), 220, 4.7, .34), Row(new(null, ["TFT_Item_Few"], [], null), 3, 1, -2)],
        TftSubject.Builds => [Row(new("TFT18_Jinx", ["TFT_Item_Blade", "TFT_Item_Shard"], [], null), 150, 3.4, -.2)],
        TftSubject.Traits => [Row(new(null, [], ["TFT18_Bastion"], 1), 250, 4.4, .1), Row(new(null, [], ["TFT18_Bastion"], 2), 130, 3.9, -.3), Row(new(null, [], ["TFT18_Mage"], 1), 180, 4.1, null)],
        _ => [Row(new("TFT18_Jinx", [], ["TFT18_Bastion", "TFT18_Mage"], null), 110, 3.7, -.5)],
    };

    /// <summary>Of a machine that has stored nothing yet.</summary>
    public static TftChoices NoChoices { get; } = new([], [], [], [], [], [], [], []);

    public static TftRow Row(TftKey key, int games, double place, double? delta) => new(
        key, games, games >= TftQuestion.UsualGames, Near(games / 1000.0, .01), Near(place, .05), place, Near(.6, .02), Near(.2, .01), Places(games), delta is { } less ? Near(less, .1) : null);

    public static TftAnswer Answer(TftQuestion question, DateTimeOffset asOf, params TftRow[] rows) => new(
        question with { Patches = question.Patches.IsEmpty ? ["18.2"] : question.Patches }, [.. rows.OrderByDescending(row => row.Games)], 1000, 8000, Near(4.5, 0), asOf, IsStale: false, TimeSpan.FromMilliseconds(37.2), [])
    {
        Places = [.. Enumerable.Repeat(1000, 8)],
    };

    private static Estimate Near(double value, double margin) => new(value, value - margin, value + margin);

    // The better half more often, all of them together the games.
    private static ImmutableArray<int> Places(int games)
    {
        int[] places = [.. Enumerable.Range(0, 8).Select(place => games * (8 - place) / 36)];
        places[0] += games - places.Sum();
        return [.. places];
    }
}
