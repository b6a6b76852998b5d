using System.Globalization;
using Microsoft.Data.Sqlite;
using MnM.Benchmarks.Processes;

namespace MnM.Benchmarks.Scenarios.Live;

/// <summary>Whether every answer that the game gave is in the database of the real program.</summary>
internal sealed class PollsKept : Measurement
{
    /// <summary>So many at least, that a keyframe falls within.</summary>
    public const int Polls = 65;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public override string Title => "Polls kept";

    public override string? FindLack() => Programs.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        var data = Directory.CreateDirectory(folder.File("data")).FullName;
        await using var simulator = await SimulatorProcess.StartAsync(folder.Path, ["--speed", "10"], cancellationToken);
        var settings = new Dictionary<string, string>(simulator.Settings) { ["POLLING_INTERVAL_SECONDS"] = size == Size.Quick ? "0.25" : "1" };
        await using var mnm = MnmProcess.Start(data, [], settings);
        await simulator.WaitForPollsAsync(size == Size.Quick ? Polls : 120, Patience, cancellationToken);

        // The game goes first: an answer to a MnM that is ending would count as lost.
        await simulator.StopAsync();
        await mnm.WaitForAsync("/api/status", status => status.GetProperty("sources").GetProperty("live").GetString() != "in_game", Patience, cancellationToken);
        await mnm.StopAsync();
        var asked = await simulator.CountPollsAsync(cancellationToken);
        var stored = await CountStoredAsync(Path.Combine(data, "mnm.db"), cancellationToken);
        results.Add("polls_asked", asked);
        results.Add("polls_stored", stored);
        results.Add("polls_lost", asked - stored);
    }

    private static async Task<int> CountStoredAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT COUNT(*) FROM game_snapshots) + (SELECT COALESCE(SUM(last_sequence - first_sequence + 1), 0) FROM snapshot_segments)";
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }
}
