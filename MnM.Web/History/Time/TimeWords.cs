using MnM.Collector.History.Time;
using MnM.Collector.Matches.Played;
using MnM.Web.Live;
using static System.FormattableString;

namespace MnM.Web.History.Time;

/// <summary>The time analysis in words for people.</summary>
internal static class TimeWords
{
    /// <summary>Stands where fewer than ten games would have to carry a claim.</summary>
    public const string TooFew = "too few";

    /// <summary>318 h 24 min, 38 min.</summary>
    public static string Length(TimeSpan length) => length.TotalHours >= 1
        ? Invariant($"{Math.Floor(length.TotalHours):N0} h {length.Minutes:00} min")
        : Invariant($"{length.Minutes} min");

    /// <summary>1 game, 1,284 games.</summary>
    public static string Count(int number, string one, string? many = null) => Invariant($"{number:N0} {(number == 1 ? one : many ?? one + "s")}");

    /// <summary>52.3 %.</summary>
    public static string Percent(double percent) => Invariant($"{percent:0.0} %");

    /// <summary>48.0 to 56.6 %.</summary>
    public static string Interval(WinRate rate) => Invariant($"{rate.Interval.Low:0.0} to {rate.Interval.High:0.0} %");

    /// <summary>Sat 21 Nov; of other years 21 Nov 2024.</summary>
    public static string Day(DateOnly day, int year) => day.Year == year ? Invariant($"{day:ddd d MMM}") : Invariant($"{day:d MMM yyyy}");

    /// <summary>Sat 21 Nov 2026.</summary>
    public static string Day(DateOnly day) => Invariant($"{day:ddd d MMM yyyy}");

    /// <summary>26 Aug to 29 Aug 2026; one day stands alone.</summary>
    public static string Days(DateOnly from, DateOnly to) => from == to ? Invariant($"{to:d MMM yyyy}")
        : from.Year == to.Year ? Invariant($"{from:d MMM} to {to:d MMM yyyy}")
        : Invariant($"{from:d MMM yyyy} to {to:d MMM yyyy}");

    /// <summary>The day of a time by the clocks of a zone.</summary>
    public static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>19:02 by the clocks of a zone.</summary>
    public static string Clock(DateTimeOffset at, TimeZoneInfo zone) => Invariant($"{TimeZoneInfo.ConvertTime(at, zone):HH:mm}");

    /// <summary>How shares are told.</summary>
    public static string Method(RateMethod method) => method switch
    {
        RateMethod.Shrunk => "shrunk",
        RateMethod.Laplace => "Laplace",
        _ => "as they are",
    };

    /// <summary>Ahri: 142 games, 80 won, 56.2 % shrunk, 95 % interval 48.1 to 64.2 %.</summary>
    public static string Rate(string of, WinRate rate, RateMethod method) => rate switch
    {
        { Games: 0 } => $"{of}: no game with a win rate",
        { IsEnough: true, Percent: { } percent } => Invariant($"{of}: {Count(rate.Games, "game")}, {rate.Wins:N0} won, {Percent(percent)}{(method == RateMethod.None ? "" : $" {Method(method)}")}, 95 % interval {Interval(rate)}"),
        _ => Invariant($"{of}: {Count(rate.Games, "game")}, {rate.Wins:N0} won, too few to tell a win rate"),
    };

    /// <summary>9 remakes, 1 called off; null where nothing is set apart.</summary>
    public static string? SetApart(SetApart apart) => (apart.Remakes, apart.Aborted) switch
    {
        (0, 0) => null,
        (var remakes, 0) => Count(remakes, "remake"),
        (0, var aborted) => Invariant($"{aborted:N0} called off"),
        var (remakes, aborted) => Invariant($"{Count(remakes, "remake")}, {aborted:N0} called off"),
    };

    /// <summary>50–60 % against 28–52 %, n 360 and 62 games; in the order in which the sentence tells them.</summary>
    public static string Basis(KeyInsight insight) =>
        insight.Figures.OrderBy(figure => insight.Sentence.IndexOf(Invariant($"{figure.Percent:0} %"), StringComparison.Ordinal)).ToList() is [var one, var other, ..]
            ? Invariant($"{one.Low:0}–{one.High:0} % against {other.Low:0}–{other.High:0} %, n {one.Count:N0} and {other.Count:N0} {other.Of}")
            : Invariant($"{insight.Figures[0].Low:0}–{insight.Figures[0].High:0} %, n {insight.Figures[0].Count:N0} {insight.Figures[0].Of}");

    /// <summary>The drawing of an insight.</summary>
    public static string Icon(InsightKind kind) => kind switch
    {
        InsightKind.AfterLosses => "refresh",
        InsightKind.AfterBreak => "pause",
        InsightKind.Weekend or InsightKind.BusyDay => "cal",
        InsightKind.Champion => "champs",
        InsightKind.Role => "mid",
        InsightKind.Side => "board",
        InsightKind.Length or InsightKind.Form => "hist",
        InsightKind.Companion => "friends",
        _ => "time",
    };

    /// <summary>A role; modes without roles are one of their own.</summary>
    public static string Role(string role) => role.Length == 0 ? "No role" : GameWords.Position(role);

    /// <summary>What leads to a champion's picture; as the match spells it where static data lacks the champion.</summary>
    public static string Alias(PlayedChampion champion, PlayerTime time) => time.Catalog.ChampionOf(champion.Id)?.Alias ?? champion.Name;

    /// <summary>A queue.</summary>
    public static string Queue(int id, PlayerTime time) => GameWords.Queue(id, isCustom: id == 0, time.Catalog);
}
