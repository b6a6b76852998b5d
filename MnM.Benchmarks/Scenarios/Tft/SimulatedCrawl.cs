using MnM.Benchmarks.Requests;
using MnM.Collector.Backplane;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Crawling;
using MnM.Simulator;
using MnM.Simulator.Network;
using MnM.Simulator.RiotApi;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World;

namespace MnM.Benchmarks.Scenarios.Tft;

/// <summary>A whole ladder in simulated time: how near the crawler comes to what a production key allows.</summary>
internal sealed class SimulatedCrawl : Measurement
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    public override string Title => "A ladder crawled in simulated time";

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        var (clock, network, file) = (new StillClock(), new InProcessNetwork(), folder.File("requests.jsonl"));
        var ladder = new CrawledLadder(size, clock.Now);
        var key = new RiotKey(KnownKeys.League.Value, KeyKind.Production);
        using var log = new RequestLog(file, clock.Time);
        await using var server = RiotServer.InProcess(
            network,
            new RiotApiOptions { Keys = [key], Latency = TimeSpan.FromMilliseconds(80) },
            new RiotSurroundings(new GameLedger(1), new ResponseFiles(null), log, clock.Time) { Ladder = ladder.Ladder });
        await using var mnm = new WholeCollector(folder.Path, key, server.BaseUrl, network.CreateHandler(), clock.Time);
        await clock.WhileAsync(() => mnm.MigrateAsync(cancellationToken), cancellationToken);
        var services = mnm.Hosted(typeof(CrawlerDesk)).Concat(mnm.Hosted(typeof(WorkQueue))).ToList();
        foreach (var service in services)
        {
            await clock.WhileAsync(() => service.StartAsync(cancellationToken), cancellationToken);
        }

        var (begun, desk) = (clock.Now, mnm.Get<CrawlerDesk>());
        await clock.WhileAsync(() => desk.StartAsync(new CrawlerPlan([CrawledLadder.Platform], [CrawlerPlan.Ranked], [.. Enum.GetValues<TftTier>()]), cancellationToken), cancellationToken);
        while ((await desk.ReadAsync(cancellationToken)).State != CrawlerState.Resting && clock.Now < begun + Patience)
        {
            clock.PassUntil(clock.Now + Look, () => false, cancellationToken);
        }

        foreach (var service in services)
        {
            await clock.WhileAsync(() => service.StopAsync(cancellationToken), cancellationToken);
        }

        log.Dispose();
        var (stored, requests) = (StoredCrawl.Read(folder.File("mnm.db")), LoggedRequest.ReadAll(file));
        if (!ladder.Open.SetEquals(stored.Ids))
        {
            throw new InvalidOperationException($"{stored.Ids.Count} of {ladder.Open.Count} matches are stored.");
        }

        results.Add("crawl_matches", stored.Ids.Count);
        results.Add("crawl_requests", requests.Count);
        results.Add("crawl_rate", CrawledLadder.Shortest(requests.Count, ladder.Matches) / (stored.LastAt - begun).TotalSeconds);
        results.Add("simulated_violations", RateLimitJudge.Judge(requests, _ => key.Kind).Count(use => use.IsViolation) + requests.Count(request => request.Status == 429));
    }
}
