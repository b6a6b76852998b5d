using System.Globalization;
using MnM.Collector.Scouting;
using MnM.Collector.StaticData;
using MnM.Web.Live;

namespace MnM.Web.Scouting;

/// <summary>Ranks, meetings and states in words for people.</summary>
internal static class ScoutWords
{
    /// <summary>Where the game is: the bar's chip.</summary>
    public static (string? Kind, string Text) Phase(ScoutingPhase phase) => phase switch
    {
        ScoutingPhase.ChampSelect => ("accent", "Champ select"),
        ScoutingPhase.Loading => ("live", "Loading screen"),
        ScoutingPhase.InGame => ("live", "In game"),
        ScoutingPhase.PostGame => (null, "Last game"),
        _ => (null, "No game"),
    };

    /// <summary>Queue and mode, without saying the same thing twice.</summary>
    public static string Game(ScoutingState state, StaticCatalog catalog)
    {
        var queue = state.QueueId is { } id ? GameWords.Queue(id, id == 0, catalog) : "";
        var mode = state.GameMode.Length > 0 ? GameWords.Mode(state.GameMode) : "";
        return queue == mode || mode.Length == 0 ? queue : queue.Length == 0 ? mode : $"{queue} · {mode}";
    }

    /// <summary>41 of 60 requests, about 2 s left; null while nothing waits.</summary>
    public static string? Requests(ScoutRequests requests) => requests.Waiting == 0
        ? null
        : FormattableString.Invariant($"{requests.Done} of {requests.Total} requests{(requests.Expected is { } left ? $", about {Left(left)} left" : "")}");

    /// <summary>Of how many the average is, and what is missing: of 4 known, 1 loading, 1 unranked.</summary>
    public static string Basis(TeamRank rank) => FormattableString.Invariant(
        $"of {rank.Known} known{(rank.Loading > 0 ? $", {rank.Loading} loading" : "")}{(rank.Unranked > 0 ? $", {rank.Unranked} unranked" : "")}");

    /// <summary>Points as 900, 86k, 1.2M.</summary>
    public static string Points(int points) => points switch
    {
        < 1000 => FormattableString.Invariant($"{points}"),
        < 1_000_000 => FormattableString.Invariant($"{points / 1000}k"),
        _ => FormattableString.Invariant($"{points / 1e6:0.0}M"),
    };

    /// <summary>53 %, from percent.</summary>
    public static string Percent(double percent) => Figures.Percent(percent / 100);

    /// <summary>Where, how often and with what end somebody was met.</summary>
    public static string Met(MetBefore met, TimeProvider time)
    {
        if (met is { Games: 1, Last: { } last })
        {
            var day = TimeZoneInfo.ConvertTime(last.At, time.LocalTimeZone).ToString("d MMM", CultureInfo.InvariantCulture);
            return $"{(last.IsWith ? "With you" : "Against you")}, {day}, {last.YouWon switch { true => "you won", false => "you lost", null => "a remake" }}";
        }

        return met switch
        {
            { Games: 0 } => "Not met before",
            { Against: 0 } => FormattableString.Invariant($"{met.With} games with you, {met.WonWith} won"),
            { With: 0 } => FormattableString.Invariant($"{met.Against} games against you, you won {met.WonAgainst}"),
            _ => FormattableString.Invariant($"{met.With} games with you, {met.WonWith} won; {met.Against} against"),
        };
    }

    /// <summary>Age of what is old: 40 min old, 5 h old, 3 d old.</summary>
    public static string Old(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } => FormattableString.Invariant($"{(int)age.TotalMinutes} min old"),
        { TotalDays: < 1 } => FormattableString.Invariant($"{(int)age.TotalHours} h old"),
        _ => FormattableString.Invariant($"{(int)age.TotalDays} d old"),
    };

    /// <summary>How many of the listed games are counted: from 5 of 20 games; null where all are.</summary>
    public static string? From(ScoutForm form) => form switch
    {
        { Listed: null, State: ScoutPartState.Loading } => "Waiting for Riot’s list of games",
        { Listed: { } listed } when form.Games.Length + form.Closed < listed => FormattableString.Invariant($"from {form.Games.Length} of {listed} games"),
        { Listed: { } listed, Closed: > 0 } => FormattableString.Invariant($"from {form.Games.Length} of {listed} games, {form.Closed} not shown by Riot"),
        _ => null,
    };

    /// <summary>The games that are most like this one: Won 3 of 5 on Jinx, 2 of 4 with you; null where there is none.</summary>
    public static string? Here(ScoutForm form, string champion)
    {
        string[] parts =
        [
            .. form.OnPick.Games > 0 && champion.Length > 0 ? [FormattableString.Invariant($"{form.OnPick.Wins} of {form.OnPick.Games} on {champion}")] : Array.Empty<string>(),
            .. form.WithYou.Games > 0 ? [FormattableString.Invariant($"{form.WithYou.Wins} of {form.WithYou.Games} with you")] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? null : $"Won {string.Join(", ", parts)}";
    }

    /// <summary>What that was counted from.</summary>
    public static string Counted(ScoutForm form) => FormattableString.Invariant(
        $"Counted from {form.Games.Length} of {(form.Listed is { } listed ? $"the last {listed}" : "their")} games, remakes left out.");

    private static string Left(TimeSpan left) => left.TotalSeconds < 60
        ? FormattableString.Invariant($"{Math.Max(1, (int)Math.Ceiling(left.TotalSeconds))} s")
        : FormattableString.Invariant($"{(int)Math.Ceiling(left.TotalMinutes)} min");
}
