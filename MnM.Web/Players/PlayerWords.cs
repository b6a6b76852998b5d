using System.Globalization;
using MnM.Collector.Matches.Pool;
using MnM.Collector.Players;
using MnM.Web.Live;
using static System.FormattableString;

namespace MnM.Web.Players;

/// <summary>A player's figures in words for people.</summary>
internal static class PlayerWords
{
    /// <summary>What the player is called: name and tag; the tag is empty where no Riot ID is known.</summary>
    public static (string Name, string Tag) NameOf(KnownPlayer player) => player is { GameName: { } name, TagLine: { } tag } ? (name, tag) : ("A player without a name", "");

    /// <summary>Nightjar#EUW.</summary>
    public static string RiotId(KnownPlayer player) => NameOf(player) is (var name, { Length: > 0 } tag) ? $"{name}#{tag}" : NameOf(player).Name;

    /// <summary>, up 21 LP; nothing where nothing is known to have changed.</summary>
    public static string Change(int? points) => points switch
    {
        > 0 => Invariant($", up {points} LP"),
        < 0 => Invariant($", down {-points} LP"),
        _ => "",
    };

    /// <summary>What somebody is best in.</summary>
    public static string Best(BestKind kind) => kind switch
    {
        BestKind.Kills => "Most kills",
        BestKind.Assists => "Most assists",
        BestKind.Kda => "Best KDA",
        BestKind.Damage => "Most damage",
        BestKind.DamagePerMinute => "Most damage a minute",
        BestKind.Cs => "Most CS",
        BestKind.CsPerMinute => "Most CS a minute",
        BestKind.Vision => "Best vision score",
        BestKind.Longest => "Longest game",
        _ => "Shortest win",
    };

    /// <summary>How good it was.</summary>
    public static string Value(PersonalBest best) => best.Kind switch
    {
        BestKind.Kda or BestKind.CsPerMinute => Decimal(best.Value),
        BestKind.Longest or BestKind.ShortestWin => Figures.Clock(best.Value),
        _ => Figures.Whole(best.Value),
    };

    /// <summary>One place behind the point.</summary>
    public static string Decimal(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>21 Nov 2026 by the clocks where MnM runs; – where it is not known.</summary>
    public static string Day(DateTimeOffset? at, TimeProvider time) =>
        at is { } moment ? TimeZoneInfo.ConvertTime(moment, time.LocalTimeZone).ToString("d MMM yyyy", CultureInfo.InvariantCulture) : "–";

    /// <summary>What of a player is old, in a sentence.</summary>
    public static string Stale(StalePart stale, TimeProvider time) =>
        $"{Name(stale.Part)} {(stale.At is { } at ? $"{(stale.Part == PlayerParts.Profile ? "is" : "are")} as of {Figures.Ago(time.GetUtcNow() - at)}" : $"{(stale.Part == PlayerParts.Profile ? "is" : "are")} not known")}.";

    private static string Name(PlayerParts part) => part switch
    {
        PlayerParts.Profile => "The profile",
        PlayerParts.Ranks => "Ranks",
        _ => "Masteries",
    };
}
