using Microsoft.Data.Sqlite;
using MnM.Benchmarks.Processes;

namespace MnM.Benchmarks.Scenarios.History;

/// <summary>The real program imports over sockets and is killed without a word ten times, each time at another moment.</summary>
internal sealed class KilledImport : Measurement
{
    private const int Kills = 10;
    private const int Matches = 1000;
    private const string MatchMethod = "match-v5.match";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    /// <summary>What MnM is told of the simulator: Riot's servers alone, so that it asks for nothing beside.</summary>
    private static readonly string[] Told = ["RIOT_BASE_URL", "RIOT_API_KEY", "DATA_DRAGON_URL", "GAME_CONSTANTS_URL"];

    public override string Title => "An import killed ten times";

    public override string? FindLack() => Programs.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        // Not fewer in the quick size: what is under way at a kill would be a larger share of all.
        const int Step = Matches / (Kills + 2);
        using var folder = new ScratchFolder();
        var data = Directory.CreateDirectory(folder.File("data")).FullName;
        await using var simulator = await SimulatorProcess.StartAsync(
            folder.Path, ["--riot-key-kind", "production", "--riot-latency", "80", "--match-delay", "0", "--faults", "short-lists"], cancellationToken);
        var settings = simulator.Settings.Where(setting => Told.Contains(setting.Key)).ToDictionary();
        var random = new Random(6);
        var mnm = MnmProcess.Start(data, [], settings);
        try
        {
            await mnm.WaitForAsync("/health", _ => true, Patience, cancellationToken);
            var expected = Veteran.Listed(TimeProvider.System.GetUtcNow(), Matches);
            var job = (await mnm.PostAsync("/api/history", new { Veteran.GameName, Veteran.TagLine, limit = Matches }, cancellationToken)).GetProperty("job_id").GetString()!;
            for (var kill = 1; kill <= Kills; kill++)
            {
                await simulator.WaitForRequestsAsync(MatchMethod, (Step * kill) - random.Next(Step), Patience, cancellationToken);
                await mnm.KillAsync();
                await mnm.DisposeAsync();
                mnm = MnmProcess.Start(data, [], settings);
            }

            await mnm.WaitForAsync($"/api/history/{job}", import => import.GetProperty("state").GetString() is "DONE" or "FAILED", Patience, cancellationToken);
            var told = await mnm.GetAsync($"/api/history/{job}", cancellationToken);
            await mnm.StopAsync();
            var stored = StoredImport.Read(Path.Combine(data, "mnm.db"), job);
            results.Add("kills", Kills);
            results.Add("lost", expected.Count(game => !stored.Has(game)) + Math.Abs(stored.Items - expected.Length));
            results.Add("double", stored.Twice + Math.Abs(told.GetProperty("done").GetInt32() - stored.Done));
            await simulator.StopAsync();
            var asked = await simulator.CountRequestsAsync(MatchMethod, cancellationToken);
            results.Add("extra_requests", 100.0 * (asked - expected.Length) / expected.Length);
        }
        finally
        {
            await mnm.DisposeAsync();
            SqliteConnection.ClearAllPools();
        }
    }
}
