using Microsoft.Data.Sqlite;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Analytics.Embedded;

/// <summary>How many matches there are of each kind and day.</summary>
internal static class CoverageTable
{
    private const long SecondsOfDay = 24 * 3600;

    public static void Add(SqliteConnection connection, IEnumerable<FlatMatch> matches)
    {
        foreach (var kind in matches.GroupBy(match => (
            Patch: match.Patch.Code, match.Set, match.Queue, match.Platform, Day: match.EndedAt.ToUnixTimeSeconds() / SecondsOfDay, Tier: match.Boards.Max(board => (int)(board.Standing?.Tier ?? 0)))))
        {
            var standings = kind.SelectMany(match => match.Boards).Select(board => board.Standing).OfType<LadderStanding>().ToList();
            connection.Run(
                """
                INSERT INTO coverage VALUES ($patch, $set, $queue, $platform, $day, $tier, $matches, $units, $standings, $old)
                ON CONFLICT DO UPDATE SET matches = matches + excluded.matches, unit_rows = unit_rows + excluded.unit_rows,
                    ladder_boards = ladder_boards + excluded.ladder_boards, old_ladder_boards = old_ladder_boards + excluded.old_ladder_boards
                """,
                ("$patch", kind.Key.Patch),
                ("$set", kind.Key.Set),
                ("$queue", kind.Key.Queue),
                ("$platform", kind.Key.Platform),
                ("$day", kind.Key.Day),
                ("$tier", kind.Key.Tier),
                ("$matches", kind.Count()),
                ("$units", kind.Sum(match => match.Boards.Sum(board => board.Units.Length))),
                ("$standings", standings.Count),
                ("$old", standings.Count(standing => Math.Floor(standing.Age.TotalSeconds) > TftCoverage.OldStanding.TotalSeconds)));
        }
    }

    public static IReadOnlyList<TftCoverage> Read(SqliteConnection connection)
    {
        using var command = connection.Command("SELECT patch, set_number, queue, platform, day, highest_tier, matches, unit_rows, ladder_boards, old_ladder_boards FROM coverage");
        using var reader = command.ExecuteReader();
        var coverage = new List<TftCoverage>();
        while (reader.Read())
        {
            var day = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(4) * SecondsOfDay).UtcDateTime);
            coverage.Add(new(
                Patch.OfCode(reader.GetInt32(0)), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), day, reader.GetInt32(5) is > 0 and var tier ? (TftTier)tier : null, reader.GetInt32(6), reader.GetInt64(7))
            {
                LadderBoards = reader.GetInt32(8),
                OldLadderBoards = reader.GetInt32(9),
            });
        }

        return coverage;
    }
}
