using Microsoft.Data.Sqlite;
using MnM.Benchmarks.Requests;
using MnM.Benchmarks.Scenarios;
using MnM.Benchmarks.Scenarios.History;
using MnM.Simulator;
using MnM.Simulator.RiotApi.Limits;

namespace MnM.Tests.Benchmarks;

/// <summary>What the scenario history measures with, where a mistake would make its figures look better than they are.</summary>
public sealed class HistoryScenarioTests
{
    private static readonly DateTimeOffset Now = new SimulatorClock().GetUtcNow();

    [Theory]
    [InlineData(20, KeyKind.Personal, 0)]
    [InlineData(21, KeyKind.Personal, 1)]
    [InlineData(100, KeyKind.Personal, 4)]
    [InlineData(101, KeyKind.Personal, 120)]
    [InlineData(1020, KeyKind.Personal, 1200)]
    [InlineData(500, KeyKind.Production, 0)]
    [InlineData(1012, KeyKind.Production, 20)]
    public void The_shortest_time_is_what_the_limits_allow(int requests, KeyKind kind, double seconds) => Assert.Equal(seconds, ShortestTime.Of(requests, kind));

    [Fact]
    public void The_scenario_keeps_what_was_promised_of_it()
    {
        var rows = ScenarioList.Find("history")!.Rows.Where(row => row.Limit is not null).ToDictionary(row => row.Name, row => $"{row.Limit} {row.Unit}");
        Assert.Equal(
            [
                "double ≤ 0 count", "extra_requests ≤ 10 %", "growth ≤ 1.5 ratio", "kb_per_match ≤ 14 KB", "kb_per_timeline ≤ 50 KB", "kills ≥ 10 count", "lost ≤ 0 count", "own_429 ≤ 0 count",
                "page_compute_ms ≤ 100 ms", "page_show_ms ≤ 500 ms", "ratio_personal ≤ 1.02 ratio", "ratio_personal_shared ≤ 2.1 ratio", "ratio_production ≤ 1.25 ratio", "store_per_s ≥ 150 1/s", "violations ≤ 0 count",
            ],
            rows.Select(row => $"{row.Key} {row.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Many_matches_are_the_hero_s_again_with_other_numbers_and_other_people()
    {
        await using var few = await EmptyDatabase.CreateAsync(CancellationToken.None);
        await ManyMatches.StoreAsync(few, matches: 3, CancellationToken.None);
        await using var many = await EmptyDatabase.CopyAsync(few, CancellationToken.None);
        ManyMatches.Multiply(many.File, times: 4);

        Assert.Equal((3L, 15L), (Count(few, "SELECT count(*) FROM matches"), Count(many, "SELECT count(*) FROM matches")));
        Assert.Equal(5 * Count(few, "SELECT count(*) FROM match_participants"), Count(many, "SELECT count(*) FROM match_participants"));
        Assert.Equal(3, Count(many, $"SELECT count(*) FROM match_participants WHERE puuid = '{ManyMatches.Hero.Puuid}'"));
        Assert.Equal(5 * Count(few, "SELECT sum(length(payload)) FROM matches"), Count(many, "SELECT sum(length(payload)) FROM matches"));
        Assert.Equal(5 * Count(few, "SELECT count(DISTINCT puuid) FROM match_participants"), Count(many, "SELECT count(DISTINCT puuid) FROM match_participants"));
    }

    [Fact]
    public async Task A_match_that_an_import_lost_or_stored_twice_is_noticed()
    {
        var games = Veteran.Listed(Now, 400);
        var (good, closed) = (games.Where(Veteran.IsReadable).Take(2).ToArray(), games.First(game => !Veteran.IsReadable(game)));
        await using var database = await EmptyDatabase.CreateAsync(CancellationToken.None);
        Run(database, $"""
            PRAGMA foreign_keys=OFF;
            INSERT INTO matches (id, platform, queue_id, map_id, mode, game_version, patch, duration_seconds, is_remake, fetched_at, tries, payload)
                VALUES ('{good[0].MatchId}', 'euw1', 420, 11, 'CLASSIC', '', '', 1800, 0, '2026-10-03', 1, x'00');
            INSERT INTO import_items (job_id, match_id, ordinal, state, was_there) VALUES
                ('job', '{good[0].MatchId}', 0, 'Done', 0), ('job', '{good[1].MatchId}', 1, 'Done', 0), ('job', '{closed.MatchId}', 2, 'Private', 0), ('other', '{good[1].MatchId}', 1, 'Open', 0);
            """);

        var stored = StoredImport.Read(database.File, "job");
        Assert.Equal((3, 2, 0), (stored.Items, stored.Done, stored.Twice));
        Assert.True(stored.Has(good[0]));
        Assert.False(stored.Has(good[1]));
        Assert.True(stored.Has(closed));
        Assert.DoesNotContain(games.Skip(300), stored.Has);
    }

    [Fact]
    public void Sample_matches_of_the_simulator_can_all_be_read_and_have_timelines()
    {
        var samples = SampleMatch.Simulated();

        Assert.Equal(120, samples.Length);
        Assert.All(samples, sample => Assert.NotNull(MnM.Collector.Matches.MatchReader.Read(sample.MatchId, sample.Json, Now)));
        Assert.All(samples, sample => Assert.True(MnM.Collector.Matches.Timelines.TimelineReader.CountFrames(sample.Timeline) > 3));
    }

    private static long Count(EmptyDatabase database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static void Run(EmptyDatabase database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
