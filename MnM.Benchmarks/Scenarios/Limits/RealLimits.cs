using System.Diagnostics;
using MnM.Benchmarks.Requests;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Simulator;
using MnM.Simulator.RiotApi;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World;

namespace MnM.Benchmarks.Scenarios.Limits;

/// <summary>250 requests on a personal key in real time, over real sockets.</summary>
internal sealed class RealLimits : Measurement
{
    private const int Requests = 250;

    public override string Title => "250 requests in real time (four minutes)";

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        var time = TimeProvider.System;
        var file = folder.File("requests.jsonl");
        using var log = new RequestLog(file, time);
        await using var server = await RiotServer.StartAsync(
            new RiotApiOptions { Latency = TimeSpan.FromMilliseconds(80) }, new RiotSurroundings(new GameLedger(1), new ResponseFiles(null), log, time), cancellationToken);
        using var wire = new SocketsHttpHandler();
        await using var asker = new Asker(folder.Path, new RiotOptions { ApiKey = KnownKeys.League.Value, BaseUrl = server.BaseUrl }, wire, time);
        await asker.MigrateAsync(cancellationToken);
        var start = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(Enumerable.Range(0, Requests).Select(_ => asker.AskAsync(Lane.Requested, cancellationToken)));
        var passed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var violations = RateLimitJudge.Read(file, KeyKind.Personal).Count(use => use.IsViolation);
        var refused = LoggedRequest.ReadAll(file).Count(request => request.Status == 429);
        if (!Array.TrueForAll(answers, answer => answer))
        {
            throw new InvalidOperationException($"{answers.Count(answer => !answer)} requests were not answered.");
        }

        results.Add("ratio_real", passed / ShortestTime.Of(Requests));
        results.Add("real_violations", violations);
        results.Add("real_429", refused);
    }
}
