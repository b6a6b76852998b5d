using System.Collections.Immutable;
using MnM.Collector.History.Time;
using MnM.Collector.Matches.Played;

namespace MnM.Web.History.Time;

/// <summary>When, how long and how well a player plays.</summary>
/// <param name="Player">Whose.</param>
/// <param name="TimeZone">Whose days and hours.</param>
/// <param name="Rates">How shares are told.</param>
/// <param name="Games">How many came to an end.</param>
/// <param name="Unrated">How many of them have no part in win rates.</param>
/// <param name="Undated">How many of them have no start.</param>
/// <param name="Remakes">Set apart.</param>
/// <param name="Aborted">Set apart too.</param>
/// <param name="SetApartSeconds">The time in both.</param>
/// <param name="PlayedSeconds">In the games that came to an end.</param>
/// <param name="WinRate">Of all; null of fewer than ten rated games.</param>
/// <param name="Sessions">How many, and how long.</param>
/// <param name="GameLengths">How long games last; null where no length is known.</param>
/// <param name="CurrentStreak">Losses below 0.</param>
/// <param name="Tables">The tables but for that of the matches, by their names.</param>
public sealed record TimeAnswer(
    TimePlayerAnswer Player, string TimeZone, RateMethod Rates, int Games, int Unrated, int Undated, int Remakes, int Aborted, long SetApartSeconds, long PlayedSeconds,
    WinRateAnswer? WinRate, SessionsAnswer Sessions, GameLengthsAnswer? GameLengths, int CurrentStreak, IReadOnlyDictionary<string, List<Dictionary<string, object?>>> Tables)
{
    internal static TimeAnswer Of(PlayerTime time)
    {
        var report = time.Report;
        return new TimeAnswer(
            new TimePlayerAnswer(time.Player.Id, time.Player.GameName, time.Player.TagLine),
            report.Zone.Id,
            report.Method,
            report.Counted,
            report.Unrated,
            report.Undated,
            report.SetApart.Remakes,
            report.SetApart.Aborted,
            TimeTables.Seconds(report.SetApart.Played),
            TimeTables.Seconds(report.Playtime.Total),
            WinRateAnswer.Of(report.Rate),
            SessionsAnswer.Of(report.Sessions),
            GameLengthsAnswer.Of(report.Playtime.Lengths),
            report.Streaks.Current,
            TimeTables.Names.Where(name => name != "matches").ToImmutableSortedDictionary(name => name, name => TimeTables.Find(name, time)!.ToObjects(), StringComparer.Ordinal));
    }
}

/// <summary>A player.</summary>
public sealed record TimePlayerAnswer(long Id, string? GameName, string? TagLine);

/// <summary>A share of wins.</summary>
public sealed record WinRateAnswer(int Games, int Wins, double Percent, double Low, double High)
{
    internal static WinRateAnswer? Of(WinRate rate) => rate is { IsEnough: true, Percent: { } percent }
        ? new(rate.Games, rate.Wins, TimeTables.Round(percent), TimeTables.Round(rate.Interval.Low), TimeTables.Round(rate.Interval.High))
        : null;
}

/// <summary>Sessions; what is null has none to tell of.</summary>
public sealed record SessionsAnswer(int Count, long? AverageSeconds, double? AverageGames, long? LongestSeconds)
{
    internal static SessionsAnswer Of(Sessions sessions) => new(
        sessions.All.Length,
        sessions.AverageLength is { } average ? TimeTables.Seconds(average) : null,
        sessions.AverageGames is { } games ? TimeTables.Round(games) : null,
        sessions.Longest is { } longest ? TimeTables.Seconds(longest.Length) : null);
}

/// <summary>How long games last.</summary>
public sealed record GameLengthsAnswer(long AverageSeconds, long ShortestSeconds, long LongestSeconds)
{
    internal static GameLengthsAnswer? Of(GameLengths? lengths) =>
        lengths is null ? null : new(TimeTables.Seconds(lengths.Average), TimeTables.Seconds(lengths.Shortest), TimeTables.Seconds(lengths.Longest));
}
