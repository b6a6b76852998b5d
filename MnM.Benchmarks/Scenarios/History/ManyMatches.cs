using System.Collections.Immutable;
using System.Text;
using Microsoft.Data.Sqlite;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Simulator.World.Careers;
using MnM.Simulator.World.People;

namespace MnM.Benchmarks.Scenarios.History;

/// <summary>Fills databases: with the matches of the local player, and with those of so many others as if each had played the same.</summary>
internal static class ManyMatches
{
    private static readonly CareerOptions Career = CareerOptions.All.Single(career => career.Number == 0);
    private static readonly DateTimeOffset Day = new(2026, 10, 3, 12, 0, 0, TimeSpan.Zero);

    public static Person Hero => Career.Members[0].Person;

    /// <summary>Stores the hero's newest matches, as an import would.</summary>
    public static async Task StoreAsync(EmptyDatabase database, int matches, CancellationToken cancellationToken, bool withTimelines = false)
    {
        await database.Collector.Get<PlayerStore>().KeepAsync(new RiotAccount(Puuid.Find(Hero.Puuid)!, Hero.GameName, Hero.TagLine), RiotProduct.League, cancellationToken);
        foreach (var game in new Career(Career).Of(Hero, Day).Where(Veteran.IsReadable).Take(matches))
        {
            var written = CareerMatch.Write(game);
            var sample = new SampleMatch(game.MatchId, Encoding.UTF8.GetBytes(written.Match.ToJsonString()), withTimelines ? Encoding.UTF8.GetBytes(written.Timeline.ToJsonString()) : null);
            await database.Store.StoreAsync(new FetchedMatch(MatchReader.Read(sample.MatchId, sample.Json, Day)!, sample.Json), cancellationToken);
            if (withTimelines)
            {
                await database.StoreTimelineAsync(sample, cancellationToken);
            }
        }
    }

    /// <summary>The id of a match's copy.</summary>
    public static string CopyOf(string matchId, int copy) => $"{matchId}0{copy}";

    /// <summary>Writes all matches so many times more, with other numbers and other people.</summary>
    public static void Multiply(string database, int times)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-262144; CREATE TEMP TABLE own AS SELECT id FROM matches");
        var matches = Columns(connection, "matches", ("id", "id || '0' || $copy"));
        var people = Columns(connection, "match_participants", ("match_id", "match_id || '0' || $copy"), ("puuid", "substr(puuid, 1, 70) || printf('%08d', $copy)"));
        for (var copy = 1; copy <= times; copy++)
        {
            using var transaction = connection.BeginTransaction();
            Run(connection, $"INSERT INTO matches ({matches.Names}) SELECT {matches.Values} FROM matches WHERE id IN own", copy);
            Run(connection, $"INSERT INTO match_participants ({people.Names}) SELECT {people.Values} FROM match_participants WHERE match_id IN own", copy);
            transaction.Commit();
        }

        Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static (string Names, string Values) Columns(SqliteConnection connection, string table, params (string Name, string Value)[] changed)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        using var reader = command.ExecuteReader();
        var names = ImmutableArray.CreateBuilder<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return (string.Join(',', names), string.Join(',', names.Select(name => changed.FirstOrDefault(one => one.Name == name).Value ?? name)));
    }

    private static void Run(SqliteConnection connection, string sql, int? copy = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (copy is { } number)
        {
            command.Parameters.AddWithValue("$copy", number);
        }

        command.ExecuteNonQuery();
    }
}
