using System.Globalization;
using MnM.Collector.Matches;
using MnM.Collector.Riot;
using MnM.Collector.StaticData;
using MnM.Collector.Tracking;
using MnM.Collector.Tracking.Friends;
using MnM.Web.Live;

namespace MnM.Web.Tracking;

/// <summary>Friends, their games and how they are asked about, in words for people.</summary>
internal static class FriendWords
{
    /// <summary>Fewer games together say nothing.</summary>
    public const int LeastTogether = 10;

    /// <summary>The bar's chip.</summary>
    public static (string? Kind, string Text) Chip(FriendsScene scene) => scene switch
    {
        { IsStale: true } => ("warn", "Old state"),
        { View: null } => (null, "Reading"),
        { Friends.IsEmpty: true } => (null, "Nobody yet"),
        { InGame: > 0 } => ("live", $"{scene.InGame} in game"),
        _ => (null, "Nobody plays"),
    };

    /// <summary>Nightjar; No. 7 where the name is not known.</summary>
    public static string Name(FriendView friend) => friend.GameName ?? Invariant($"No. {friend.PlayerId}");

    /// <summary>Nightjar#EUW.</summary>
    public static string RiotId(FriendView friend) => friend.GameName is null ? Name(friend) : $"{friend.GameName}#{friend.TagLine}";

    /// <summary>What is played, as players say it.</summary>
    public static string Game(RiotProduct product, int? queue, bool isCustom, StaticCatalog catalog) => (product, queue) switch
    {
        _ when isCustom => "Custom game",
        (_, 1090) => "TFT Normal",
        (_, 1100) => "TFT Ranked",
        (_, 1130) => "TFT Hyper Roll",
        (_, 1160) => "TFT Double Up",
        (RiotProduct.Tactics, _) => "Teamfight Tactics",
        (_, null) => "League of Legends",
        (_, { } id) => GameWords.Queue(id, isCustom: id == 0, catalog),
    };

    /// <summary>How often somebody is asked about and when last: every 30 s, last 12 s ago.</summary>
    public static string Asked(FriendView friend, RiotProduct product, AskPace? pace, DateTimeOffset now)
    {
        var how = friend switch
        {
            { PausedAt: not null } => "paused",
            _ when pace is null => "not asked: Riot’s id is not known yet",
            { Game: { } game } when game.Product != product => "not asked during the game",
            _ => pace.Every is { } every ? $"every {Length(every)}" : friend.Game is null ? "waits for its turn" : "again when it can be over",
        };
        return pace is null || friend.PausedAt is not null ? how : pace.AskedAt is { } at ? $"{how}, last {Length(now - at)} ago" : $"{how}, not asked yet";
    }

    /// <summary>45 s, 12 min, 3 h 5 min, 6 days.</summary>
    public static string Length(TimeSpan length) => length.TotalSeconds switch
    {
        < 120 => Invariant($"{(int)Math.Max(0, length.TotalSeconds)} s"),
        < 7200 => Invariant($"{(int)length.TotalMinutes} min"),
        < 172800 => Invariant($"{(int)length.TotalHours} h {length.Minutes} min"),
        _ => Invariant($"{(int)length.TotalDays} days"),
    };

    /// <summary>How old the last answer is; null where there was none, and while it is fresh.</summary>
    public static string? Age(TimeSpan? age) =>
        age >= TimeSpan.FromMinutes(1) ? $"The last answer is {Length(age.Value)} old; what was played meanwhile is found afterwards." : null;

    /// <summary>+21, −17, ±0; – where there is nothing to compare with.</summary>
    public static string Change(int? points) => points switch
    {
        null => "–",
        0 => "±0",
        > 0 => Invariant($"+{points}"),
        _ => Invariant($"−{-points}"),
    };

    /// <summary>The class of a change: up is a win.</summary>
    public static string? Colour(int? points) => points switch { > 0 => "c-win", < 0 => "c-loss", _ => null };

    /// <summary>This week's change of all ladders of a game; null where there is none to tell.</summary>
    public static int? Week(FriendView friend, bool isTactics)
    {
        var changes = friend.Ranks.Where(rank => rank.Queue.Contains("TFT", StringComparison.Ordinal) == isTactics && rank.Week is not null).ToList();
        return changes.Count == 0 ? null : changes.Sum(rank => rank.Week);
    }

    /// <summary>A place in the strip: won, lost, remade.</summary>
    public static string Mark(PlayedGame game) => game.Won switch { true => "w", false => "l", null => "x" };

    /// <summary>7 won, 3 lost, the newest on the right.</summary>
    public static string Form(FriendView friend) => Invariant(
        $"{friend.Form.Count(game => game.Won == true)} won, {friend.Form.Count(game => game.Won == false)} lost{(friend.Form.Any(game => game.Won is null) ? Invariant($", {friend.Form.Count(game => game.Won is null)} remade") : "")}, the newest on the right");

    /// <summary>62 %.</summary>
    public static string Percent(double percent) => Invariant($"{percent:0} %");

    /// <summary>38 to 81 %: what the share of so few games allows.</summary>
    public static string Interval(WinShare share)
    {
        var (low, high) = share.Interval();
        return Invariant($"{low:0} to {high:0} %");
    }

    /// <summary>5.4 h.</summary>
    public static string Hours(PlayedFigures played) => Invariant($"{played.Hours:0.0}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
