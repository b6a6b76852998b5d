using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Live.Recording;

/// <summary>The real program is killed in mid-game, without warning, and started again on the same data.</summary>
public sealed class KilledProcessTests : IDisposable
{
    private const int PollsBeforeKill = 16;
    private const int PollsAfterKill = 6;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly TemporaryFolder _folder = new();

    private string Log => _folder.File("requests.jsonl");

    [Fact]
    public async Task A_kill_in_mid_game_costs_one_poll_at_most_and_the_same_game_goes_on_after_one_gap()
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Speed = 10, Log = Log }, TimeProvider.System, patience.Token);
        using (var mnm = Start(simulator.Settings))
        {
            await AnsweredAsync(PollsBeforeKill, patience.Token);
            await mnm.KillAsync();
        }

        var answered = await CountAnsweredAsync();
        var before = await PollsAsync();
        Assert.InRange(before.Count, answered - 1, answered);

        using var again = Start(simulator.Settings);
        await again.LineAsync("MnM listens on");
        await AnsweredAsync(answered + PollsAfterKill, patience.Token);

        var after = await PollsAsync();
        Assert.Equal(before, after.Take(before.Count));
        Assert.Equal(Enumerable.Range(0, after.Count), after.Select(poll => poll.Sequence));
        Assert.Equal(["1|1|"], await RowsAsync("SELECT id, is_live, end_reason FROM games"));
        var (last, next) = (before[^1], after[before.Count]);
        Assert.Equal(
            [$"{next.Sequence}|{last.PolledAt}|{next.PolledAt}|{last.GameTime}|{next.GameTime}"],
            await RowsAsync("SELECT sequence, last_polled_at, next_polled_at, from_game_time, to_game_time FROM game_gaps"));
        await AssertReadableAsync(new(await File.ReadAllTextAsync(Data("mnm.address"), patience.Token)), after.Count, patience.Token);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private string Data(string file) => Path.Combine(_folder.File("data"), file);

    private MnmProcess Start(SimulatorSettings simulator) => new(
        "--data", _folder.File("data"),
        "--urls", "http://127.0.0.1:0",
        "--LIVE_CLIENT_URL", simulator.LiveClientUrl,
        "--LIVE_CLIENT_ROOT", simulator.LiveClientRoot,
        "--DATA_DRAGON_URL", simulator.DataDragonUrl,
        "--POLLING_INTERVAL_SECONDS", "0.5");

    /// <summary>Waits until the simulator has answered so many polls.</summary>
    private async Task AnsweredAsync(int polls, CancellationToken cancellationToken)
    {
        while (await CountAnsweredAsync() < polls)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
        }
    }

    private async Task<int> CountAnsweredAsync()
    {
        using var reader = new StreamReader(new FileStream(Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));

        // The line after the last break is still being written.
        return (await reader.ReadToEndAsync()).Split('\n')[..^1].Select(line => JsonNode.Parse(line)!)
            .Count(request => (string?)request["route"] == "/liveclientdata/allgamedata" && (int)request["status"]! == 200);
    }

    private async Task<List<(int Sequence, string PolledAt, string GameTime)>> PollsAsync() =>
        [.. (await RowsAsync("SELECT sequence, polled_at, game_time_seconds FROM game_snapshots ORDER BY sequence"))
            .Select(row => row.Split('|')).Select(row => (int.Parse(row[0], CultureInfo.InvariantCulture), row[1], row[2]))];

    private async Task<List<string>> RowsAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Data("mnm.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = new SqliteCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader[column], CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    private static async Task AssertReadableAsync(Uri address, int polls, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = address };
        for (var sequence = 0; sequence < polls; sequence++)
        {
            using var poll = JsonDocument.Parse(await client.GetByteArrayAsync($"/api/games/1/polls/{sequence}", cancellationToken));
            Assert.Equal(10, poll.RootElement.GetProperty("allPlayers").GetArrayLength());
        }
    }
}
