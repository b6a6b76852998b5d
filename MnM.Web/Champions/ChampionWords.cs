using System.Globalization;
using MnM.Collector.Matches;
using MnM.Collector.Matches.ChampionStats;
using MnM.Collector.StaticData;
using MnM.Web.Live;
using static System.FormattableString;

namespace MnM.Web.Champions;

/// <summary>Champions' figures in words for people.</summary>
internal static class ChampionWords
{
    /// <summary>Stands where fewer than ten games would have to carry a claim.</summary>
    public const string TooFew = "too few";

    /// <summary>1 game, 1,284 games.</summary>
    public static string Games(int games) => Invariant($"{games:N0} {(games == 1 ? "game" : "games")}");

    /// <summary>52.3 %.</summary>
    public static string Percent(double? percent) => percent is { } known ? Invariant($"{known:0.0} %") : "–";

    /// <summary>48.0 to 56.6 %.</summary>
    public static string Interval(WinShare share) => share.Interval() is var (low, high) ? Invariant($"{low:0.0} to {high:0.0} %") : "";

    /// <summary>Mid: 142 games, 80 won, 56.3 %, 95 % interval 48.1 to 64.2 %.</summary>
    public static string Rate(string of, WinShare share) => share.IsEnough
        ? Invariant($"{of}: {Games(share.Games)}, {share.Wins:N0} won, {Percent(share.Percent)}, 95 % interval {Interval(share)}")
        : Invariant($"{of}: {Games(share.Games)}, {share.Wins:N0} won, too few to tell a win rate");

    /// <summary>5.2 / 4.1 / 7.9.</summary>
    public static string Score(ChampionAverages averages) => Invariant($"{averages.Kills:0.0} / {averages.Deaths:0.0} / {averages.Assists:0.0}");

    /// <summary>3.21; – where it is not known.</summary>
    public static string Figure(double? figure, string format) => figure?.ToString(format, CultureInfo.InvariantCulture) ?? "–";

    /// <summary>A role; modes without roles are one of their own.</summary>
    public static string Role(string role) => role.Length == 0 ? "No role" : GameWords.Position(role);

    /// <summary>A patch; matches of the first years may not say it.</summary>
    public static string Patch(string patch) => patch.Length == 0 ? "not told" : patch;

    /// <summary>A queue.</summary>
    public static string Queue(int id, StaticCatalog catalog) => GameWords.Queue(id, isCustom: id == 0, catalog);

    /// <summary>Which games have no part in the figures: "12 of Arena, 3 remakes or called off"; null where all have.</summary>
    public static string? SetAside(SetAside apart)
    {
        List<string> parts = [];
        Add(apart.Arena, "of Arena");
        Add(apart.Others, "custom, against bots or of another mode without two teams");
        Add(apart.CalledOff, apart.CalledOff == 1 ? "remake or called off" : "remakes or called off");
        return parts.Count == 0 ? null : string.Join(", ", parts);

        void Add(int games, string what)
        {
            if (games > 0)
            {
                parts.Add(Invariant($"{games:N0} {what}"));
            }
        }
    }
}
