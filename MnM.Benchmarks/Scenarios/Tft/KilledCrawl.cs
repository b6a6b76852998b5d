using System.Diagnostics;
using Microsoft.Data.Sqlite;
using MnM.Benchmarks.Processes;
using MnM.Simulator.RiotApi.Limits;

namespace MnM.Benchmarks.Scenarios.Tft;

/// <summary>The real program crawls a ladder over sockets and is killed without a word five times, each time at another moment.</summary>
internal sealed class KilledCrawl : Measurement
{
    public const int Kills = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>An answer that was on its way when MnM was killed is noted by the simulator a moment later.</summary>
    private static readonly TimeSpan AnswerUnderWay = TimeSpan.FromMilliseconds(500);

    /// <summary>What MnM is told of the simulator: Riot's servers alone, so that it asks for nothing beside.</summary>
    private static readonly string[] Told = ["RIOT_BASE_URL", "RIOT_API_KEY", "DATA_DRAGON_URL", "GAME_CONSTANTS_URL"];

    public override string Title => "A crawl killed five times";

    public override string? FindLack() => Programs.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        var data = Directory.CreateDirectory(folder.File("data")).FullName;
        var (database, log) = (Path.Combine(data, "mnm.db"), folder.File("requests.jsonl"));
        var ladder = new CrawledLadder(size, TimeProvider.System.GetUtcNow());
        await using var simulator = await SimulatorProcess.StartAsync(
            folder.Path, ["--riot-key-kind", "production", "--riot-latency", "80", "--match-delay", "0", .. ladder.Switches], cancellationToken);
        var settings = simulator.Settings.Where(setting => Told.Contains(setting.Key)).ToDictionary();
        (settings["CRAWLER_ENABLED"], settings["CRAWLER_PLATFORMS"]) = ("true", CrawledLadder.Platform);
        var (step, random, refetched, seen) = (ladder.Matches / (Kills + 1), new Random(9), 0, 0);
        HashSet<string> stored = [];
        var begun = Stopwatch.GetTimestamp();
        var mnm = MnmProcess.Start(data, [], settings);
        try
        {
            for (var kill = 1; kill <= Kills; kill++)
            {
                await simulator.WaitForRequestsAsync(CrawledLadder.MatchMethod, (step * kill) - random.Next(step / 2), Patience, cancellationToken);
                await mnm.KillAsync();
                await mnm.DisposeAsync();
                await Task.Delay(AnswerUnderWay, TimeProvider.System, cancellationToken);
                refetched += CountAgain();
                stored = StoredCrawl.Read(database).Ids;
                mnm = MnmProcess.Start(data, [], settings);
            }

            await UntilEndedAsync(database, cancellationToken);
            var took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            await mnm.StopAsync();
            await simulator.StopAsync();
            var (end, requests) = (StoredCrawl.Read(database), LoggedRequest.ReadAll(log));
            results.Add("kills", Kills);
            results.Add("killed_rate", CrawledLadder.Shortest(end.Needed, ladder.Matches) / took);
            results.Add("violations", RateLimitJudge.Judge(requests, _ => KeyKind.Production).Count(use => use.IsViolation));
            results.Add("own_429", requests.Count(request => request.Status == 429));
            results.Add("refetched", refetched + CountAgain());
            results.Add("lost", ladder.Open.Count(id => !end.Ids.Contains(id)));
            results.Add("double", end.Twice + end.Ids.Count(id => !ladder.Open.Contains(id)));
            results.Add("extra_requests", 100.0 * (requests.Count - end.Needed) / end.Needed);
        }
        finally
        {
            await mnm.DisposeAsync();
            SqliteConnection.ClearAllPools();
        }

        // Requests since the last kill for what was stored then.
        int CountAgain()
        {
            var lines = Lines(log);
            var again = lines.Skip(seen).Count(line => LoggedRequest.Read(line) is { MatchId: { } id } && stored.Contains(id));
            seen = lines.Count;
            return again;
        }
    }

    /// <summary>Whole lines: the last one may be on its way.</summary>
    private static List<string> Lines(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n')[..^1]];
    }

    private static async Task UntilEndedAsync(string database, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        while (StoredCrawl.Read(database).EndedAt is null)
        {
            if (Stopwatch.GetElapsedTime(since) > Patience)
            {
                throw new InvalidOperationException($"The crawl has not ended within {Patience}.");
            }

            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }
    }
}
