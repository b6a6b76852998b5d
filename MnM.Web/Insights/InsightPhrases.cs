using System.Globalization;
using MnM.Collector.Insights;
using MnM.Collector.Insights.WinProbability;
using MnM.Collector.StaticData;
using MnM.Web.Live;
using static System.FormattableString;

namespace MnM.Web.Insights;

/// <summary>Insights in words for people, beside those that an insight has of its own.</summary>
internal static class InsightPhrases
{
    /// <summary>+12 %, −31 %, 0 %.</summary>
    public static string Swing(double swing) => Rounded(swing) is > 0 and var up ? Invariant($"+{up} %") : Percent(swing);

    /// <summary>42 %, rounded as sentences round it.</summary>
    public static string Percent(double share) => Rounded(share) is < 0 and var percent ? Invariant($"−{-percent} %") : Invariant($"{Rounded(share)} %");

    /// <summary>What happened, from the own side's view: "Baron lost", "Infernal dragon taken".</summary>
    public static string What(InsightAction action, StaticCatalog catalog) => action.Kind switch
    {
        ActionKind.Kill => "Kill",
        ActionKind.Assist => "Assist",
        ActionKind.Death => "Death",
        ActionKind.Purchase => $"{Item(action.Detail, catalog)} bought",
        _ => $"{Prize(action)} {(action.IsOurs ? "taken" : "lost")}",
    };

    /// <summary>The drawing of what happened.</summary>
    public static string Icon(InsightAction action) => action.Kind switch
    {
        ActionKind.Kill or ActionKind.Assist => "kill",
        ActionKind.Death or ActionKind.Atakhan => "skull",
        ActionKind.Plate or ActionKind.Tower => "tower",
        ActionKind.Inhibitor => "inhib",
        ActionKind.Dragon => GameWords.DragonIcon(action.Detail),
        ActionKind.Elder => "dragon",
        ActionKind.Baron => "baron",
        ActionKind.Herald => "herald",
        ActionKind.Grub => "grubs",
        _ => "coin",
    };

    /// <summary>Time, what, and its swing where there is one: "22:10 Death, −12 %".</summary>
    public static string Line(InsightAction action, StaticCatalog catalog) =>
        $"{Figures.Clock(action.At)} {What(action, catalog)}{(action.Swing is { } swing ? $", {Swing(swing)}" : "")}";

    /// <summary>What is done for an insight now.</summary>
    public static string Stage(InsightProgress progress) => (progress.Stage switch
    {
        InsightStage.Queued => "It waits for its turn",
        InsightStage.Timeline => "MnM asks Riot for the timeline",
        InsightStage.Figures => "MnM counts the figures",
        InsightStage.Asking => "The language model is asked",
        _ => "The language model writes; a sentence stands here once its numbers are checked",
    }) + (progress.Detail.Length > 0 ? $": {progress.Detail.TrimEnd('.')}" : "");

    /// <summary>What has changed since an insight was made; null where it is not old.</summary>
    /// <param name="insight">What is shown.</param>
    /// <param name="model">The model that is in use now; null where there is none or it is not known.</param>
    public static string? Change(Insight insight, WinModel? model) => !insight.IsOld ? null
        : model is null || model.Version == insight.Report.Model?.Version
            ? $"Since it was made, {(insight.Report.Matches.Length > 1 ? "other games have become the last ones, or timelines of them have come" : "the timeline has come, or MnM counts otherwise")}."
        : insight.Report.Model is { } then ? Invariant($"Since it was made, the win chances were learnt anew, from {model.Matches:N0} matches instead of {then.Matches:N0}.")
        : Invariant($"Since it was made, MnM has learnt win chances, from {model.Matches:N0} matches.");

    /// <summary>Who is compared with: "Mid, others of Gold".</summary>
    public static string Compared(InsightPerson person, IEnumerable<FigureGap> gaps)
    {
        var ranks = gaps.Select(gap => gap.Others).OfType<Sample>().Select(others => others.Rank).Distinct().ToList();
        var others = ranks switch
        {
            [] => "",
            [{ } rank] => $"others of {RankWords.Rank(rank, null)}",
            [null] => "others of any rank",
            _ => "others of the same rank where enough are known",
        };
        return string.Join(", ", new[] { GameWords.Position(person.Position), others }.Where(part => part.Length > 0));
    }

    /// <summary>A day by the clocks where MnM runs; empty where it is not known.</summary>
    public static string Day(DateTimeOffset? at, TimeProvider time) =>
        at is { } moment ? TimeZoneInfo.ConvertTime(moment, time.LocalTimeZone).ToString("d MMM yyyy", CultureInfo.InvariantCulture) : "";

    private static int Rounded(double share) => double.IsNaN(share) ? 0 : (int)Math.Round(Math.Clamp(share, -1, 1) * 100, MidpointRounding.AwayFromZero);

    private static string Prize(InsightAction action) => action.Kind switch
    {
        ActionKind.Plate => "Tower plate",
        ActionKind.Tower => Capital($"{Lane(action.Detail)}tower"),
        ActionKind.Inhibitor => Capital($"{Lane(action.Detail)}inhibitor"),
        ActionKind.Dragon => Capital(GameWords.Dragon(action.Detail)),
        ActionKind.Elder => "Elder dragon",
        ActionKind.Baron => "Baron",
        ActionKind.Herald => "Herald",
        ActionKind.Grub => "Void grub",
        _ => "Atakhan",
    };

    /// <summary>Riot's word of a lane, as a word before a building; empty where there is none.</summary>
    private static string Lane(string detail) => detail switch
    {
        "TOP_LANE" => "top ",
        "MID_LANE" => "mid ",
        "BOT_LANE" => "bottom ",
        _ => "",
    };

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string Item(string detail, StaticCatalog catalog) =>
        !int.TryParse(detail, CultureInfo.InvariantCulture, out var id) ? detail.Length > 0 ? detail : "Item"
        : catalog.Items.TryGetValue(id, out var item) ? item.Name : Invariant($"Item {id}");
}
