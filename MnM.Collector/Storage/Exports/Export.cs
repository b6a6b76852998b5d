using System.Collections.Immutable;

namespace MnM.Collector.Storage.Exports;

/// <summary>Something of the database that can be taken along as rows.</summary>
/// <param name="Name">As addresses spell it; the table's name where it is one.</param>
/// <param name="Title">What its rows are, for people.</param>
/// <param name="Sql">How it is read, where it is no table as it stands.</param>
public sealed record Export(string Name, string Title, string? Sql = null)
{
    /// <summary>By the name of today, or by that of the match where today's is not known.</summary>
    private const string History = """
        SELECT coalesce(known.game_name || '#' || known.tag_line, p.game_name || '#' || p.tag_line) AS player, p.match_id, p.started_at, m.platform, m.queue_id, m.map_id, m.mode, m.patch,
            m.duration_seconds, p.time_played, p.team_id, p.champion_name, p.position, p.win, p.is_remake, p.placement, p.kills, p.deaths, p.assists, p.cs, p.gold_earned, p.damage, p.vision_score
        FROM player_ids AS id
            JOIN players AS known ON known.id = id.player_id
            JOIN match_participants AS p ON p.puuid = id.puuid
            JOIN matches AS m ON m.id = p.match_id
        WHERE id.product = 'League'
        ORDER BY id.player_id, p.started_at, p.match_id
        """;

    /// <summary>All there are. Queues, limits, sealed secrets and what can be made again of the rest are of use to nobody outside.</summary>
    public static ImmutableArray<Export> All { get; } =
    [
        new("games", "Watched games"),
        new("players_in_games", "People of watched games"),
        new("game_events", "Events of watched games"),
        new("player_timeline", "Watched games, every ten seconds"),
        new("game_gaps", "Gaps of recordings"),
        new("history", "Matches of everybody MnM knows", History),
        new("matches", "Matches"),
        new("match_participants", "People of matches"),
        new("match_absences", "Matches that Riot does not have"),
        new("players", "People"),
        new("rank_history", "Ranks over time"),
        new("users", "People who signed up"),
        new("tracked_players", "Friends"),
        new("tracked_games", "Games of friends"),
        new("import_jobs", "Imports"),
        new("import_items", "Matches of imports"),
        new("insights", "Insights"),
        new("tft_matches", "Matches of Teamfight Tactics"),
        new("patches", "Patches of Teamfight Tactics"),
        new("ladder_readings", "Readings of ladders"),
        new("ladder_players", "People on ladders"),
        new("ladder_entries", "Who stood where on ladders"),
    ];

    /// <summary>The one of this name; null where there is none.</summary>
    public static Export? Find(string name) => All.FirstOrDefault(export => export.Name == name);
}
