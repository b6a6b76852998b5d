using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.Players;

namespace MnM.Collector.Scouting;

/// <summary>Short remarks on a card, the most telling first. Pure. Where there are too few games to say something, nothing is said.</summary>
public static class TagRules
{
    private const int ShortestStreak = 3;
    private const int FewestGames = 10;
    private const int FewestForShare = 15;
    private const int FewestOfSplit = 30;
    private const double OneChampionShare = 0.6;
    private const double MainRoleShare = 0.6;
    private const double HighWinRate = 58;
    private const double LowWinRate = 42;
    private const double HighChampionWinRate = 65;
    private const double LowChampionWinRate = 35;
    private const double LopsidedShare = 0.65;
    private const int ManyGames = 5;
    private const double ManyDeaths = 8;
    private static readonly TimeSpan Day = TimeSpan.FromHours(12);
    private static readonly TimeSpan LongPause = TimeSpan.FromDays(30);
    private static readonly TimeSpan LongSinceChampion = TimeSpan.FromDays(90);

    /// <summary>The tags of a card.</summary>
    /// <param name="card">With ranks, mastery and form.</param>
    /// <param name="champion">A champion's name by Riot's number.</param>
    /// <param name="time">The clock, and the time zone in which days are told.</param>
    public static ImmutableArray<ScoutTag> Of(ScoutCard card, Func<int, string> champion, TimeProvider time)
    {
        if (card.IsHidden || card.IsBot)
        {
            return [];
        }

        var (form, solo, now, zone) = (card.Form, card.Ranks.Value?.Solo, time.GetUtcNow(), time.LocalTimeZone);
        return
        [
            .. new[]
            {
                Streak(form, zone) ?? HotStreak(solo),
                FirstOnChampion(card, now),
                OffRole(card),
                OnChampion(form, card.ChampionName),
                OneChampion(form, champion),
                Lopsided(form),
                WinRate(solo),
                ManyToday(form, now, zone),
                Pause(form, now, zone),
                NoPoints(solo),
                NewToRank(solo),
                Inactive(solo),
                Deaths(form),
                Remakes(form),
                MainRole(card),
            }.OfType<ScoutTag>(),
        ];
    }

    private static ScoutTag? Streak(ScoutForm form, TimeZoneInfo zone) => Math.Abs(form.Streak) < ShortestStreak ? null : new(
        form.Streak > 0 ? $"{form.Streak} wins in a row" : $"{-form.Streak} losses in a row",
        form.Streak > 0 ? ScoutTagKind.Good : ScoutTagKind.Bad,
        $"{Span(form, zone)}. {Basis(form)}");

    private static ScoutTag? HotStreak(PlayerRank? solo) => solo is not { HotStreak: true } ? null : new(
        "Hot streak", ScoutTagKind.Good, "Riot marks a streak of wins in ranked solo.");

    private static ScoutTag? FirstOnChampion(ScoutCard card, DateTimeOffset now)
    {
        if (card.ChampionId == 0 || card.Form.OnPick.Games > 0)
        {
            return null;
        }

        return card.Mastery.Value is { Level: 0 } ? new($"First game on {card.ChampionName}", ScoutTagKind.Bad, "Riot counts no mastery of this champion.")
            : card.Mastery.Value?.LastPlayedAt is { } last && now - last >= LongSinceChampion
                ? new($"First {card.ChampionName} in {Days(now - last)} days", ScoutTagKind.Neutral, $"Last played on {Date(last, TimeZoneInfo.Utc)}, says Riot's mastery.")
            : card.Form.All.Games >= FewestGames
                ? new($"No {card.ChampionName} in {card.Form.All.Games} games", ScoutTagKind.Neutral, Basis(card.Form))
            : null;
    }

    private static ScoutTag? OffRole(ScoutCard card)
    {
        var (form, position) = (card.Form, card.Position);
        if (position.Length == 0 || form.GamesWithRole < FewestGames || form.MainRole == position || form.MainRoleGames < MainRoleShare * form.GamesWithRole)
        {
            return null;
        }

        var here = form.Games.Count(game => game.Result != FormResult.Remake && game.Position == position);
        return here * 10 > form.GamesWithRole ? null : new(
            $"Off role: {here} of {form.GamesWithRole} here",
            ScoutTagKind.Bad,
            $"{RoleName(position)} now; {RoleName(form.MainRole!)} in {form.MainRoleGames} of {form.GamesWithRole} games. {Basis(form)}");
    }

    private static ScoutTag? OnChampion(ScoutForm form, string champion) =>
        form.OnPick is not { Games: >= FewestGames, WinRate: { } rate } || rate is > LowChampionWinRate and < HighChampionWinRate ? null : new(
            $"{Percent(rate)} on {champion}, {form.OnPick.Games} games",
            rate >= HighChampionWinRate ? ScoutTagKind.Good : ScoutTagKind.Bad,
            $"{form.OnPick.Wins} of {form.OnPick.Games} won. {Basis(form)}");

    private static ScoutTag? OneChampion(ScoutForm form, Func<int, string> champion) =>
        form.Pool is not [{ } first, ..] || form.All.Games < FewestGames || first.Games < OneChampionShare * form.All.Games ? null : new(
            $"One champion: {first.Games} of {form.All.Games}", ScoutTagKind.Neutral, $"{champion(first.ChampionId)}, {first.Wins} won. {Basis(form)}");

    private static ScoutTag? Lopsided(ScoutForm form)
    {
        var (games, wins) = (form.All.Games, form.All.Wins);
        var share = games < FewestForShare ? 0.5 : (double)wins / games;
        return share >= LopsidedShare ? new($"{wins} of {games} won", ScoutTagKind.Good, Basis(form))
            : share <= 1 - LopsidedShare ? new($"{games - wins} of {games} lost", ScoutTagKind.Bad, Basis(form))
            : null;
    }

    private static ScoutTag? WinRate(PlayerRank? solo) =>
        solo is not { Games: >= FewestOfSplit, WinRate: { } rate } || rate is > LowWinRate and < HighWinRate ? null : new(
            $"{Percent(rate)} this split",
            rate >= HighWinRate ? ScoutTagKind.Good : ScoutTagKind.Bad,
            $"{solo.Wins} of {solo.Games} ranked solo games won, says Riot.");

    private static ScoutTag? ManyToday(ScoutForm form, DateTimeOffset now, TimeZoneInfo zone)
    {
        var lately = form.Games.Take(form.Unbroken).Count(game => now - game.StartedAt < Day);
        return lately < ManyGames ? null : new($"{lately} games in {Day.TotalHours:0} h", ScoutTagKind.Neutral, $"The first at {Clock(form.Games[lately - 1].StartedAt, zone)}. {Basis(form)}");
    }

    private static ScoutTag? Pause(ScoutForm form, DateTimeOffset now, TimeZoneInfo zone) =>
        form.Unbroken == 0 || form.Games is not [{ } last, ..] || form.Games.Length < FewestGames || now - last.StartedAt < LongPause ? null : new(
            $"First game in {Days(now - last.StartedAt)} days", ScoutTagKind.Neutral, $"The last one was on {Date(last.StartedAt, zone)}. {Basis(form)}");

    private static ScoutTag? NoPoints(PlayerRank? solo) => solo is not { LeaguePoints: 0, Division.Length: > 0, Games: > 0 } ? null : new(
        "LP at 0", ScoutTagKind.Neutral, $"{RankName(solo)} with 0 LP in ranked solo, says Riot: a loss can cost the division.");

    private static ScoutTag? NewToRank(PlayerRank? solo) => solo is not { FreshBlood: true } ? null : new(
        $"New in {RankName(solo)}", ScoutTagKind.Neutral, "Riot marks the player as new in this league of ranked solo.");

    private static ScoutTag? Inactive(PlayerRank? solo) => solo is not { Inactive: true } ? null : new(
        "Seldom ranked", ScoutTagKind.Neutral, "Riot marks the player as inactive in ranked solo.");

    private static ScoutTag? Deaths(ScoutForm form) =>
        form.All.Games < FewestGames || form.All.Deaths < ManyDeaths * form.All.Games ? null : new(
            $"{((double)form.All.Deaths / form.All.Games).ToString("0.0", CultureInfo.InvariantCulture)} deaths a game",
            ScoutTagKind.Bad,
            $"{form.All.Deaths} deaths in {form.All.Games} games. {Basis(form)}");

    private static ScoutTag? Remakes(ScoutForm form) => form.Remakes == 0 ? null : new(
        form.Remakes == 1 ? "1 remake" : $"{form.Remakes} remakes", ScoutTagKind.Neutral, $"Games that ended in their first minutes, by whomever. {Basis(form)}");

    private static ScoutTag? MainRole(ScoutCard card)
    {
        var form = card.Form;
        return form.MainRole is not { } role || role != card.Position || form.GamesWithRole < FewestGames || form.MainRoleGames < MainRoleShare * form.GamesWithRole
            ? null
            : new($"{RoleName(role)}: {form.MainRoleGames} of {form.GamesWithRole}", ScoutTagKind.Neutral, Basis(form));
    }

    private static string Basis(ScoutForm form)
    {
        var remakes = form.Remakes > 0 ? ", remakes left out" : "";
        return form.Listed switch
        {
            null => $"Basis: the {form.Games.Length} games that MnM has{remakes}.",
            { } listed when listed > form.Games.Length => $"Basis: {form.Games.Length} of the last {listed} games{remakes}.",
            _ => $"Basis: the last {form.Games.Length} games{remakes}.",
        };
    }

    private static string Span(ScoutForm form, TimeZoneInfo zone)
    {
        var streak = form.Games.Where(game => game.Result != FormResult.Remake).Take(Math.Abs(form.Streak)).ToList();
        return $"{Date(streak[^1].StartedAt, zone)} to {Date(streak[0].StartedAt, zone)}";
    }

    private static string Date(DateTimeOffset at, TimeZoneInfo zone) => Local(at, zone).ToString("d MMM", CultureInfo.InvariantCulture);

    private static string Clock(DateTimeOffset at, TimeZoneInfo zone) => Local(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset Local(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone);

    private static string Days(TimeSpan span) => span.TotalDays.ToString("0", CultureInfo.InvariantCulture);

    private static string Percent(double rate) => rate.ToString("0", CultureInfo.InvariantCulture) + " %";

    private static string RankName(PlayerRank rank) => $"{rank.Tier[..1]}{rank.Tier[1..].ToLowerInvariant()} {rank.Division}".TrimEnd();

    private static string RoleName(string position) => position switch
    {
        "TOP" => "Top",
        "JUNGLE" => "Jungle",
        "MIDDLE" => "Mid",
        "BOTTOM" => "Bottom",
        "UTILITY" => "Support",
        _ => position,
    };
}
