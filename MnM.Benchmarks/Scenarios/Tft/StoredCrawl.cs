using System.Globalization;
using Microsoft.Data.Sqlite;

namespace MnM.Benchmarks.Scenarios.Tft;

/// <summary>What a crawl has left in the database.</summary>
/// <param name="Ids">Of stored matches.</param>
/// <param name="LastAt">When the last one was stored.</param>
/// <param name="EndedAt">When the cycle ended; null while it runs.</param>
/// <param name="Twice">Matches that were worked on more than once to an end.</param>
/// <param name="Needed">Items that ended with an answer: as many requests are needed.</param>
internal sealed record StoredCrawl(HashSet<string> Ids, DateTimeOffset LastAt, DateTimeOffset? EndedAt, int Twice, int Needed)
{
    public static StoredCrawl Read(string database)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return new StoredCrawl(
            [.. Texts("SELECT id FROM tft_matches")],
            Time("SELECT MAX(fetched_at) FROM tft_matches") ?? default,
            Time("SELECT ended_at FROM tft_cycles ORDER BY id DESC LIMIT 1"),
            Number("SELECT COUNT(*) FROM (SELECT key FROM work_items WHERE kind = 'tft-match' GROUP BY key HAVING COUNT(*) > 1)"),
            Number("SELECT COUNT(*) FROM work_items WHERE kind IN ('tft-ladder', 'tft-list', 'tft-match') AND state IN ('Done', 'Private')"));

        IEnumerable<string> Texts(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                if (!reader.IsDBNull(0))
                {
                    yield return reader.GetString(0);
                }
            }
        }

        DateTimeOffset? Time(string sql) => Texts(sql).FirstOrDefault() is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

        int Number(string sql) => int.Parse(Texts(sql).Single(), CultureInfo.InvariantCulture);
    }
}
