using System.Collections.Immutable;
using MnM.Collector.Tft.Analytics;

namespace MnM.Web.Tft;

/// <summary>What the explorer answers, as JSON. Where it has nothing to count there are no rows, and <paramref name="Silence"/> says why.</summary>
public sealed record AnalyticsAnswer(
    TftSubject Subject, TftQuestion? Question, int Matches, int Boards, Estimate? AveragePlacement, ImmutableArray<AnalyticsRow> Rows, DateTimeOffset? AsOf, bool IsStale, double? Milliseconds,
    ImmutableArray<string> Notes, string? Silence)
{
    internal static AnalyticsAnswer Of(TftAnswer answer) => new(
        answer.Question.Subject, answer.Question, answer.Matches, answer.Boards, answer.AveragePlacement, [.. answer.Rows.Select(AnalyticsRow.Of)], answer.AsOf, answer.IsStale,
        Math.Round(answer.Took.TotalMilliseconds, 1), answer.Notes, Silence: null);

    internal static AnalyticsAnswer Silent(TftSubject subject, string why) => new(subject, null, 0, 0, null, [], null, IsStale: false, null, [], why);
}

/// <summary>A row; without enough games it has no figures.</summary>
public sealed record AnalyticsRow(
    string? Unit, ImmutableArray<string> Items, ImmutableArray<string> Traits, int? TraitTier, int Games, bool IsEnough, Estimate? Share, Estimate? AveragePlacement, double? ShrunkPlacement,
    Estimate? Top4, Estimate? Win, ImmutableArray<int>? Places, Estimate? Delta)
{
    internal static AnalyticsRow Of(TftRow row) => row.IsEnough
        ? new(row.Key.Unit, row.Key.Items, row.Key.Traits, row.Key.TraitTier, row.Games, true, row.Share, row.AveragePlacement, row.ShrunkPlacement, row.Top4, row.Win, row.Places, row.Delta)
        : new(row.Key.Unit, row.Key.Items, row.Key.Traits, row.Key.TraitTier, row.Games, false, null, null, null, null, null, null, null);
}
