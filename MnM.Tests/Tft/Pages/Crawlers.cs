using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Crawling;
using MnM.Simulator;
using MnM.Web.Tft.Crawler;

namespace MnM.Tests.Tft.Pages;

/// <summary>A crawler that says what the test has it say, and remembers what it was told.</summary>
internal sealed class Crawlers(SimulatorClock clock)
{
    public static readonly CrawlerPlan Plan = new(["euw1", "kr"], ["RANKED_TFT"], [TftTier.Challenger, TftTier.Master]);

    public CrawlerView View { get; set; } = Of(CrawlerState.Crawling);

    public ImmutableArray<TftPatchChoice> Patches { get; set; } = [new("18.2", 18, 104_210, new(2026, 9, 9), new(2026, 10, 3))];

    public TftCovered Covered { get; set; } = new([], [], null);

    /// <summary>What is thrown in place of an answer.</summary>
    public Exception? Fault { get; set; }

    public Exception? ChoicesFault { get; set; }

    public string? DeriveFault { get; set; }

    public List<string> Told { get; } = [];

    public int Reads { get; private set; }

    /// <summary>Reads that counted all.</summary>
    public int Counts { get; private set; }

    public CrawlerSource Source => new(ReadAsync, StartAsync, PauseAsync, RetryAsync, ChoicesAsync, _ => Task.FromResult(Covered), DeriveAsync);

    public CrawlerMonitor Monitor() => new(Source, clock, NullLogger<CrawlerMonitor>.Instance);

    public static CrawlerView Of(CrawlerState state) => new(
        state, null, Plan, null, null, 0, 112, 1840, 104_500, 104_500, 63.4, null, TimeSpan.FromMinutes(29), [], []);

    private Task<CrawlerView> ReadAsync(CrawlerView? last, CancellationToken cancellationToken)
    {
        Reads++;
        Counts += last is null ? 1 : 0;
        return Fault is null ? Task.FromResult(View) : Task.FromException<CrawlerView>(Fault);
    }

    private Task StartAsync(CrawlerPlan plan, CancellationToken cancellationToken)
    {
        Throw();
        Told.Add($"start {string.Join(' ', plan.Platforms)} {string.Join(' ', plan.Queues)} {string.Join(' ', plan.Tiers)}");
        View = View with { State = CrawlerState.Crawling, Plan = plan };
        return Task.CompletedTask;
    }

    private Task PauseAsync(CancellationToken cancellationToken)
    {
        Throw();
        Told.Add("pause");
        View = View with { State = CrawlerState.Paused };
        return Task.CompletedTask;
    }

    private Task<int> RetryAsync(CancellationToken cancellationToken)
    {
        Throw();
        Told.Add("retry");
        return Task.FromResult(View.Failures.Sum(failure => failure.Count));
    }

    private Task<TftChoices> ChoicesAsync(CancellationToken cancellationToken) =>
        ChoicesFault is null ? Task.FromResult(new TftChoices(Patches, [18], [], [], [], [], [], [])) : Task.FromException<TftChoices>(ChoicesFault);

    private Task<string?> DeriveAsync(CancellationToken cancellationToken)
    {
        Told.Add("derive");
        return Task.FromResult(DeriveFault);
    }

    private void Throw()
    {
        if (Fault is { } fault)
        {
            throw fault;
        }
    }
}
