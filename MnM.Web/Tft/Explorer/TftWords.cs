using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Analytics;
using MnM.Web.Live;
using static System.FormattableString;

namespace MnM.Web.Tft.Explorer;

/// <summary>Figures of Teamfight Tactics in words for people.</summary>
internal static class TftWords
{
    /// <summary>Ranked, which is asked for where no queue is.</summary>
    public const int Ranked = 1100;

    /// <summary>The word above a table, and in a tab.</summary>
    public static string Subject(TftSubject subject) => subject.ToString();

    /// <summary>62 units, 1 build.</summary>
    public static string Rows(TftSubject subject, int rows) => rows == 1 ? Invariant($"1 {TftAddress.Word(subject)[..^1]}") : Invariant($"{rows:N0} {TftAddress.Word(subject)}");

    /// <summary>1 game, 1,284 games.</summary>
    public static string Games(int games) => Count(games, "game");

    /// <summary>1 match, 1,284 matches.</summary>
    public static string Matches(int matches) => matches == 1 ? "1 match" : Invariant($"{matches:N0} matches");

    /// <summary>1 board, 1,284 boards.</summary>
    public static string Count(int count, string what) => Invariant($"{count:N0} {what}{(count == 1 ? "" : "s")}");

    /// <summary>3.55.</summary>
    public static string Place(double place) => place.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>±0.05.</summary>
    public static string Margin(Estimate estimate) => Invariant($"±{estimate.Margin:0.00}");

    /// <summary>74.9 %.</summary>
    public static string Percent(double share) => Invariant($"{100 * share:0.0} %");

    /// <summary>−0.38, +0.06.</summary>
    public static string Delta(double delta) => Math.Round(delta, 2) is var rounded && rounded == 0 ? "0.00" : Invariant($"{(rounded < 0 ? "−" : "+")}{Math.Abs(rounded):0.00}");

    /// <summary>3.50 to 3.60.</summary>
    public static string PlaceRange(Estimate estimate) => $"{Place(estimate.Low)} to {Place(estimate.High)}";

    /// <summary>73.1 to 76.7 %.</summary>
    public static string PercentRange(Estimate estimate) => Invariant($"{100 * estimate.Low:0.0} to {100 * estimate.High:0.0} %");

    /// <summary>−0.42 to −0.34.</summary>
    public static string DeltaRange(Estimate estimate) => $"{Delta(estimate.Low)} to {Delta(estimate.High)}";

    /// <summary>What chance leaves no doubt of has the colour of a result; lower is better.</summary>
    public static string DeltaClass(Estimate delta) => delta switch
    {
        { High: < 0 } => "c-win",
        { Low: > 0 } => "c-loss",
        _ => "t2",
    };

    /// <summary>Why a row has no figures.</summary>
    public static string NotEnough(int games, int asked) => Invariant($"Not enough data: {Games(games)}, the filter asks for {asked:N0}");

    /// <summary>Why there is no answer; null where there is one.</summary>
    public static string? Why(TftReply? reply) => reply switch
    {
        TftReply.Failed { Why: var why } => why,
        TftReply.Empty { Why: var why } => why,
        TftReply.Refused { Faults: var faults } => string.Join(' ', faults.Select(fault => fault.Why)),
        _ => null,
    };

    /// <summary>A row in one sentence.</summary>
    public static string Row(NamedRow named, int asked) => named.Row is { IsEnough: true } row
        ? $"{named.Name}: {Games(row.Games)}, average place {Place(row.AveragePlacement.Value)}, 95 % interval {PlaceRange(row.AveragePlacement)}, top 4 {Percent(row.Top4.Value)}, win {Percent(row.Win.Value)}"
        : $"{named.Name}: {NotEnough(named.Row.Games, asked)}";

    /// <summary>1st 23.8 %, 2nd 20.1 %, … 8th 2.9 %.</summary>
    public static string Places(ImmutableArray<int> places)
    {
        var all = Math.Max(1, places.Sum());
        return string.Join(", ", places.Select((count, index) => $"{Ordinal(index + 1)} {Percent((double)count / all)}"));
    }

    /// <summary>EUW, KR; a platform that has no such name in capitals.</summary>
    public static string Platform(string platform) => platform switch
    {
        "eun1" => "EUNE",
        "la1" => "LAN",
        "la2" => "LAS",
        "oc1" => "OCE",
        _ => platform.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').ToUpperInvariant(),
    };

    /// <summary>Ranked, Double Up, Queue 9999.</summary>
    public static string Queue(int queue) => queue switch
    {
        1090 => "Normal",
        Ranked => "Ranked",
        1130 => "Hyper Roll",
        1150 => "Double Up (old)",
        1160 => "Double Up",
        1210 => "Choncc’s Treasure",
        1220 => "Tocker’s Trials",
        _ => Invariant($"Queue {queue}"),
    };

    /// <summary>18.2, set 18 (104,210).</summary>
    public static string Patch(TftPatchChoice patch) => Invariant($"{patch.Patch}, set {patch.Set} ({patch.Matches:N0})");

    /// <summary>Counted 3 min ago, in 38 ms.</summary>
    public static string AsOf(TftAnswer answer, DateTimeOffset now) => Invariant($"counted {Figures.Ago(now - answer.AsOf)} in {Math.Ceiling(answer.Took.TotalMilliseconds):N0} ms");

    /// <summary>★★.</summary>
    public static string Stars(TftQuestion question) => question is { MinStar: { } star } && question.MaxStar == star ? new string('★', star) : "";

    /// <summary>What the boards of a sample are, in which places come as often as elsewhere only where all of them count.</summary>
    public static string Sample(TftQuestion question) => question switch
    {
        { LadderPlayersOnly: true } => "all boards of these players",
        { MinLevel: not null } or { MaxLevel: not null } or { Trait: not null } => "all boards as filtered",
        _ => "all boards",
    };

    /// <summary>8, 7 to 9, 8 and more; null where every level counts.</summary>
    public static string? Level(TftQuestion question) => (question.MinLevel, question.MaxLevel) switch
    {
        (null, null) => null,
        ({ } low, null) => Invariant($"{low} and more"),
        (null, { } high) => Invariant($"up to {high}"),
        ({ } low, { } high) => low == high ? Invariant($"{low}") : Invariant($"{low} to {high}"),
    };

    /// <summary>How an average place has changed, and whether chance may have done that. The matches of two patches have nothing to do with each other.</summary>
    public static string Changed(Estimate then, Estimate now, string patch)
    {
        var change = now.Value - then.Value;
        var margin = Math.Sqrt((then.Margin * then.Margin) + (now.Margin * now.Margin));
        var sure = Math.Abs(change) > margin ? "more than chance explains" : "which chance can explain";
        return Invariant($"Average place {Delta(change)} (±{margin:0.00}) against {patch}: {sure}.");
    }

    /// <summary>Challenger.</summary>
    public static string Tier(TftTier tier) => tier.ToString();

    private static string Ordinal(int place) => place switch
    {
        1 => "1st",
        2 => "2nd",
        3 => "3rd",
        _ => Invariant($"{place}th"),
    };
}
