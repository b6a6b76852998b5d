using System.Diagnostics;
using System.Globalization;
using MnM.Benchmarks.Processes;
using MnM.Benchmarks.Requests;
using MnM.Collector.Riot;
using MnM.Simulator;
using MnM.Simulator.RiotApi;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World;

namespace MnM.Benchmarks.Scenarios.Limits;

/// <summary>Three programs on one database ask over sockets in real time, and one of them is killed with requests on their way.</summary>
internal sealed class KilledProcess : Measurement
{
    private const int Processes = 3;
    private const int AskedBeforeKill = 25;
    private const int MoreThanItCan = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public override string Title => "Three programs on one database, one of them killed";

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        // In the quick size the window of two minutes is never full.
        var requests = size == Size.Quick ? 25 : 50;
        using var folder = new ScratchFolder();
        var time = TimeProvider.System;
        var file = folder.File("requests.jsonl");
        using var log = new RequestLog(file, time);
        await using var server = await RiotServer.StartAsync(
            new RiotApiOptions { Latency = TimeSpan.FromMilliseconds(80) }, new RiotSurroundings(new GameLedger(1), new ResponseFiles(null), log, time), cancellationToken);
        var asking = new Command.Ask(folder.Path, server.BaseUrl, KnownKeys.League.Value, requests);
        using var wire = new SocketsHttpHandler();
        await using (var first = new Asker(folder.Path, new RiotOptions { BaseUrl = server.BaseUrl }, wire, time))
        {
            await first.MigrateAsync(cancellationToken);
        }

        // The one to be killed has asked before the others begin, and would go on for long.
        List<ChildProcess> programs = [ChildProcess.Start(Programs.Benchmarks, folder.Path, (asking with { Requests = MoreThanItCan }).Arguments)];
        try
        {
            await UntilAskedAsync(1);
            programs.AddRange(Enumerable.Range(1, Processes - 1).Select(_ => ChildProcess.Start(Programs.Benchmarks, folder.Path, asking.Arguments)));
            await UntilAskedAsync(AskedBeforeKill);
            await programs[0].KillAsync();
            var killedAt = Stopwatch.GetTimestamp();
            foreach (var survivor in programs.Skip(1))
            {
                var answered = await survivor.WaitForEndAsync(cancellationToken) == ExitCode.Fine && survivor.Lines is [.., var said] ? int.Parse(said, CultureInfo.InvariantCulture) : 0;
                if (answered != requests)
                {
                    throw new InvalidOperationException($"A survivor was answered {answered} of {requests} requests. {string.Join(Environment.NewLine, survivor.Lines)}");
                }
            }

            results.Add("killed_left_s", Stopwatch.GetElapsedTime(killedAt).TotalSeconds);
        }
        finally
        {
            foreach (var program in programs)
            {
                await program.DisposeAsync();
            }
        }

        var logged = LoggedRequest.ReadAll(file);
        if (logged.Count <= (Processes - 1) * requests)
        {
            throw new InvalidOperationException($"The program that was killed had asked nothing: there are {logged.Count} requests, and the others have {requests} each.");
        }

        results.Add("killed_requests", logged.Count);
        results.Add("killed_violations", RateLimitJudge.Read(file, KeyKind.Personal).Count(use => use.IsViolation));
        results.Add("killed_429", logged.Count(request => request.Status == 429));

        Task UntilAskedAsync(int count) => Waiting.ForAsync(
            "Waited for requests", _ => Task.FromResult(File.Exists(file) && Count(file) >= count ? file : null), programs[0], Patience, cancellationToken);
    }

    /// <summary>Whole lines: the last one may be on its way.</summary>
    private static int Count(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Count(letter => letter == '\n');
    }
}
