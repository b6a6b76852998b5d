using Microsoft.Data.Sqlite;
using MnM.Benchmarks.Scenarios.History;
using MnM.Collector.Players;
using MnM.Collector.Players.Erasing;

namespace MnM.Benchmarks.Scenarios.Sharing;

/// <summary>What the recorder waits while somebody is erased who stands in 1,000 matches with timelines.</summary>
internal sealed class EraseBlocks : Measurement
{
    /// <summary>What erasing changes, in the order in which it can be written again.</summary>
    private static readonly string[] Tables = ["players", "player_ids", "matches", "match_participants", "match_timelines"];

    public override string Title => "What erasing somebody holds up";

    public override string? FindLack() => ReleaseBuild.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        await using var database = await EmptyDatabase.CreateAsync(cancellationToken);
        await ManyMatches.StoreAsync(database, PollWaits.Matches, cancellationToken, withTimelines: true);
        await using var before = await EmptyDatabase.CopyAsync(database, cancellationToken);
        PollWaits.Fill(database, size);
        var eraser = database.Collector.Get<PersonEraser>();

        var waits = await PollWaits.MeasureAsync(database, EraseAsync, RestoreAsync, cancellationToken);

        results.Add("erase_polls", waits.Polls);
        results.AddMedian("erase_blocks_ms", waits.Beside);
        results.Add("erase_blocks_max_ms", waits.Beside.Max());
        results.AddMedian("yardstick_erase_write_ms", waits.Alone);

        async Task EraseAsync()
        {
            if (await eraser.EraseAsync(PlayerPath.Of(ManyMatches.Hero.GameName, ManyMatches.Hero.TagLine), cancellationToken) is not ErasedAnswer.Erased)
            {
                throw new InvalidOperationException("Nobody was erased.");
            }
        }

        async Task RestoreAsync()
        {
            await using var connection = new SqliteConnection($"Data Source={database.File};Pooling=False");
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA foreign_keys=OFF; ATTACH $before AS kept; {string.Join(' ', Tables.Select(table => $"INSERT OR REPLACE INTO {table} SELECT * FROM kept.{table};"))}";
            command.Parameters.AddWithValue("$before", before.File);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
