using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.History.Time;
using MnM.Collector.Matches.Played;
using MnM.Web.Live;

namespace MnM.Web.History.Time;

/// <summary>The report as tables.</summary>
internal static class TimeTables
{
    /// <summary>The columns of every share; of fewer than ten games nothing is claimed.</summary>
    private static readonly ImmutableArray<string> RateColumns = ["rated_games", "wins", "win_rate", "low", "high"];

    private static readonly FrozenDictionary<string, Func<PlayerTime, TimeTable>> All = new Dictionary<string, Func<PlayerTime, TimeTable>>
    {
        ["matches"] = Matches,
        ["days"] = time => Table(
            "days", ["date", "games", "played_seconds", "wins", "losses"], time.Report.Calendar.Days, day => [Date(day.Date), day.Games, Seconds(day.Played), day.Wins, day.Losses]),
        ["weeks"] = time => Periods("weeks", time.Report.Playtime.Weeks),
        ["months"] = time => Periods("months", time.Report.Playtime.Months),
        ["hours"] = time => Table(
            "hours", ["weekday", "hour", "games", "played_seconds", .. RateColumns], time.Report.Hours.Cells,
            cell => [cell.Day.ToString(), cell.Hour, cell.Games, Seconds(cell.Played), .. Rate(cell.Rate)]),
        ["sessions"] = time => Table(
            "sessions", ["started_at", "ended_at", "started_local", "ended_local", "length_seconds", "games", "wins", "losses"], time.Report.Sessions.All,
            session =>
            [
                Utc(session.Start), Utc(session.End), Local(session.Start, time), Local(session.End, time), Seconds(session.Length), session.Games.Length, session.Wins, session.Losses,
            ]),
        ["session_places"] = time => Groups("session_places", "place", time.Report.SessionPlaces, place => place),
        ["before"] = time => Groups("before", "before", time.Report.Before, Word),
        ["rolling"] = time => Table(
            "rolling", ["game", "started_at", "started_local", "wins_of_last_20", "percent"], time.Report.Rolling.Points,
            point => [point.Game, Utc(point.At), Local(point.At, time), point.Wins, point.Percent]),
        ["streaks"] = Streaks,
        ["champions"] = time => Table(
            "champions", ["champion_id", "champion", "games", "played_seconds", .. RateColumns], time.Report.Playtime.Champions,
            group => [group.Key.Id, group.Key.Name, group.Games, Seconds(group.Played), .. Rate(group.Rate)]),
        ["roles"] = time => Groups("roles", "role", time.Report.Playtime.Roles, role => role),
        ["sides"] = time => Groups("sides", "side", time.Report.RoleAndSide.Sides, side => Word(side)),
        ["queues"] = time => Table(
            "queues", ["queue_id", "queue", "games", "played_seconds", .. RateColumns], time.Report.Playtime.Queues,
            group => [group.Key, Queue(group.Key, time), group.Games, Seconds(group.Played), .. Rate(group.Rate)]),
        ["lengths"] = time => Table(
            "lengths", ["from_minutes", "to_minutes", "games", "played_seconds", .. RateColumns], time.Report.Lengths,
            group => [group.Key.From, group.Key.To, group.Games, Seconds(group.Played), .. Rate(group.Rate)]),
        ["insights"] = time => Table(
            "insights", ["kind", "sentence", "percent", "low", "high", "of", "count", "other_percent", "other_low", "other_high", "other_count", "strength"], time.Report.Insights,
            insight => [Word(insight.Kind), insight.Sentence, .. Figure(insight.Figures[0]), .. insight.Figures is [_, var other, ..] ? Other(other) : [null, null, null, null], Round(insight.Strength)]),
    }.ToFrozenDictionary();

    /// <summary>What tables there are.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Null where there is none of that name.</summary>
    public static TimeTable? Find(string name, PlayerTime time) => All.TryGetValue(name, out var make) ? make(time) : null;

    /// <summary>A word of MnM's as JSON spells it.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static object? Percent(WinRate rate) => rate is { IsEnough: true, Percent: { } percent } ? Round(percent) : null;

    public static double Round(double value) => Math.Round(value, 2);

    public static long Seconds(TimeSpan length) => (long)length.TotalSeconds;

    private static object?[] Rate(WinRate rate) =>
        [rate.Games, rate.Wins, Percent(rate), rate.IsEnough ? Round(rate.Interval.Low) : null, rate.IsEnough ? Round(rate.Interval.High) : null];

    private static TimeTable Matches(PlayerTime time) => Table(
        "matches",
        ["match_id", "started_at", "started_local", "duration_seconds", "played_seconds", "champion_id", "champion", "role", "side", "queue_id", "queue", "patch", "result", "rated", "kills", "deaths", "assists", "cs"],
        time.Report.Games.Reverse(),
        game =>
        [
            game.MatchId, game.StartedAt is { } at ? Utc(at) : null, game.StartedAt is { } start ? Local(start, time) : null, Seconds(game.Duration), Seconds(game.Played), game.Champion.Id, game.Champion.Name,
            game.Role, game.Side is { } side ? Word(side) : null, game.QueueId, Queue(game.QueueId, time), game.Patch, Word(game.Outcome), game.IsRated, game.Kills, game.Deaths, game.Assists, game.Cs,
        ]);

    private static TimeTable Streaks(PlayerTime time)
    {
        var streaks = time.Report.Streaks;
        return Table(
            "streaks", ["streak", "games", "from", "to", "from_local", "to_local"], new[] { ("wins", streaks.Wins), ("losses", streaks.Losses) }.Where(streak => streak.Item2 is not null),
            streak => [streak.Item1, streak.Item2!.Games, Utc(streak.Item2.From), Utc(streak.Item2.To), Local(streak.Item2.From, time), Local(streak.Item2.To, time)]);
    }

    private static TimeTable Periods(string name, ImmutableArray<PeriodTime> periods) =>
        Table(name, ["start", "games", "played_seconds"], periods, period => [Date(period.Start), period.Games, Seconds(period.Played)]);

    private static TimeTable Groups<TKey>(string name, string key, ImmutableArray<GameGroup<TKey>> groups, Func<TKey, object?> of) =>
        Table(name, [key, "games", "played_seconds", .. RateColumns], groups, group => [of(group.Key), group.Games, Seconds(group.Played), .. Rate(group.Rate)]);

    private static TimeTable Table<T>(string name, ImmutableArray<string> columns, IEnumerable<T> items, Func<T, object?[]> row) => new(name, columns, [.. items.Select(row)]);

    private static object?[] Figure(InsightFigure figure) => [Round(figure.Percent), Round(figure.Low), Round(figure.High), figure.Of, figure.Count];

    private static object?[] Other(InsightFigure figure) => [Round(figure.Percent), Round(figure.Low), Round(figure.High), figure.Count];

    private static string Queue(int id, PlayerTime time) => GameWords.Queue(id, isCustom: id == 0, time.Catalog);

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Local(DateTimeOffset at, PlayerTime time) => TimeZoneInfo.ConvertTime(at, time.Report.Zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
