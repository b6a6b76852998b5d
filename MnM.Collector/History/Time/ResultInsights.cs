using MnM.Collector.Matches;
using MnM.Collector.Matches.Played;

namespace MnM.Collector.History.Time;

/// <summary>When games are won more or less often than at other times.</summary>
internal static class ResultInsights
{
    /// <summary>So many games are the form of today.</summary>
    public const int FormGames = 30;

    private const int EarlyPlaces = 3;
    private const int ShortGame = 25;
    private const int LongGame = 35;
    private const int HoursOfQuarter = 6;
    private static readonly string[] Quarters = ["at night (0 to 6)", "in the morning (6 to 12)", "in the afternoon (12 to 18)", "in the evening (18 to 24)"];

    public static KeyInsight? LateInSession(InsightSource source) => InsightWords.Compare(
        InsightKind.LateInSession,
        Share(source.RatedInCourse.Where(placed => placed.Place >= SessionPlaces.Last)),
        Share(source.RatedInCourse.Where(placed => placed.Place <= EarlyPlaces)),
        comparisons: 1,
        (late, early) => $"Games 1 to 3 of a session are won at {early}, from the 6th on at {late}.");

    public static KeyInsight? AfterLosses(InsightSource source)
    {
        var known = source.RatedInCourse.Where(placed => placed.Before is not null).ToLookup(placed => placed.Before is Before.TwoLosses or Before.ThreeLosses);
        return InsightWords.Compare(
            InsightKind.AfterLosses, Share(known[true]), Share(known[false]), comparisons: 1, (after, others) => $"Straight after two or more losses games are won at {after}, all others at {others}.");
    }

    public static KeyInsight? AfterBreak(InsightSource source)
    {
        var later = source.RatedInCourse.Where(placed => placed.Before is not (null or Before.Nothing)).ToLookup(placed => placed.Before == Before.Break);
        return InsightWords.Compare(
            InsightKind.AfterBreak, Share(later[true]), Share(later[false]), comparisons: 1,
            (after, straight) => $"After a break of 15 minutes or more the next game of a session is won at {after}, without one at {straight}.");
    }

    public static KeyInsight? TimeOfDay(InsightSource source) => Among(
        InsightKind.TimeOfDay, [.. source.RatedInCourse.Select(placed => placed.Game)], game => source.Local(game).Hour / HoursOfQuarter,
        (quarter, one, others) => $"Games that begin {Quarters[quarter]} are won at {one}, the others at {others}.");

    public static KeyInsight? Weekend(InsightSource source)
    {
        var games = source.RatedInCourse.ToLookup(placed => source.Local(placed.Game).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        return InsightWords.Compare(
            InsightKind.Weekend, Share(games[true]), Share(games[false]), comparisons: 1, (weekend, others) => $"On Saturday and Sunday games are won at {weekend}, on other days at {others}.");
    }

    public static KeyInsight? Champion(InsightSource source)
    {
        var names = source.Rated.GroupBy(game => game.Champion.Id).ToDictionary(games => games.Key, games => games.Last().Champion.Name);
        return Among(InsightKind.Champion, source.Rated, game => game.Champion.Id, (champion, one, others) => $"Games as {names[champion]} are won at {one}, as others at {others}.");
    }

    public static KeyInsight? Role(InsightSource source) => Among(
        InsightKind.Role, [.. source.Rated.Where(game => game.Role.Length > 0)], game => game.Role,
        (role, one, others) => $"Games {Name(role)} are won at {one}, in other roles at {others}.");

    public static KeyInsight? Side(InsightSource source)
    {
        var games = source.Rated.ToLookup(game => game.Side);
        return InsightWords.Compare(
            InsightKind.Side, Rates.ShareOf(games[Matches.Played.Side.Blue]), Rates.ShareOf(games[Matches.Played.Side.Red]), comparisons: 1, (blue, red) => $"On the blue side games are won at {blue}, on the red at {red}.");
    }

    public static KeyInsight? Length(InsightSource source) => InsightWords.Compare(
        InsightKind.Length,
        Rates.ShareOf(source.Rated.Where(game => game.Duration.TotalMinutes >= LongGame)),
        Rates.ShareOf(source.Rated.Where(game => game.Duration > TimeSpan.Zero && game.Duration.TotalMinutes < ShortGame)),
        comparisons: 1,
        (longer, shorter) => $"Games of 35 minutes or more are won at {longer}, those under 25 at {shorter}.");

    public static KeyInsight? Companion(InsightSource source)
    {
        var named = source.Rated.SelectMany(game => game.With.Where(companion => companion.GameName.Length > 0), (game, companion) => (companion, game));
        return Among(InsightKind.Companion, source.Rated, named, (companion, with, without) => $"Together with {companion.GameName} games are won at {with}, without at {without}.");
    }

    public static KeyInsight? Form(InsightSource source)
    {
        var games = source.RatedInCourse.Select(placed => placed.Game).ToList();
        var before = Math.Max(0, games.Count - FormGames);
        return InsightWords.Compare(
            InsightKind.Form, Rates.ShareOf(games.Skip(before)), Rates.ShareOf(games.Take(before)), comparisons: 1, (now, then) => $"The last 30 games were won at {now}, those before at {then}.");
    }

    private static KeyInsight? Among<TKey>(InsightKind kind, IReadOnlyList<PlayedGame> games, Func<PlayedGame, TKey> key, Func<TKey, double, double, FormattableString> sentence) =>
        Among(kind, games, games.Select(game => (key(game), game)), sentence);

    /// <summary>The group that differs most from all other games; null where chance may make that.</summary>
    private static KeyInsight? Among<TKey>(InsightKind kind, IEnumerable<PlayedGame> games, IEnumerable<(TKey Key, PlayedGame Game)> members, Func<TKey, double, double, FormattableString> sentence)
    {
        var all = Rates.ShareOf(games);
        var groups = members.GroupBy(member => member.Key, member => member.Game).Select(group => (group.Key, Share: Rates.ShareOf(group)))
            .Where(group => group.Share.Games >= WinRate.Least && all.Games - group.Share.Games >= WinRate.Least)
            .ToList();
        return groups.Select(group => InsightWords.Compare(
            kind, group.Share, new WinShare(all.Wins - group.Share.Wins, all.Games - group.Share.Games), groups.Count, (one, others) => sentence(group.Key, one, others))).Strongest();
    }

    private static KeyInsight? Strongest(this IEnumerable<KeyInsight?> insights) => insights.MaxBy(insight => insight?.Strength ?? 0);

    private static WinShare Share(IEnumerable<PlacedGame> games) => Rates.ShareOf(games.Select(placed => placed.Game));

    private static string Name(string role) => role switch { "TOP" => "in the top lane", "JUNGLE" => "in the jungle", "MIDDLE" => "in the mid lane", "BOTTOM" => "in the bottom lane", "UTILITY" => "as support", _ => $"as {role}" };
}
