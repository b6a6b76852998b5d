using System.Collections.Immutable;
using System.Text;
using MnM.Collector.Players;
using MnM.Web.Live;
using static System.FormattableString;

namespace MnM.Web.Players;

/// <summary>A part of the ladder behind the line.</summary>
/// <param name="Top">Percent from the top.</param>
/// <param name="Height">Percent.</param>
/// <param name="Class">Gives the colour of its tier.</param>
internal sealed record TierBand(double Top, double Height, string Class);

/// <summary>A time during which a rank was held.</summary>
/// <param name="X">Percent from the left.</param>
/// <param name="Width">Percent.</param>
/// <param name="Words">What the tooltip says.</param>
internal sealed record HeldRank(double X, double Width, string Words);

/// <summary>A player's rank over time in steps: it holds until it is known to have changed. All places are percent of the field.</summary>
/// <param name="Bands">The tiers.</param>
/// <param name="Lines">Where divisions begin, with their names.</param>
/// <param name="Path">For an SVG path of 100 by 100; broken where the player was unranked.</param>
/// <param name="Ticks">Days below it.</param>
/// <param name="Held">The ranks, the oldest first.</param>
/// <param name="End">The last rank, and how it is written; null where the player is unranked now.</param>
internal sealed record LadderPlot(
    ImmutableArray<TierBand> Bands, ImmutableArray<(double Y, string Label)> Lines, string Path, ImmutableArray<(double X, string Label)> Ticks, ImmutableArray<HeldRank> Held,
    (double Y, string Label)? End)
{
    /// <summary>Fewer ranks make a line that says nothing.</summary>
    public const int Least = 2;

    private const int MostLines = 5;
    private static readonly int[] Steps = [LadderPoints.PerDivision, 2 * LadderPoints.PerDivision, LadderPoints.PerTier, 2 * LadderPoints.PerTier, 4 * LadderPoints.PerTier];

    /// <summary>Null where fewer than two ranks are known.</summary>
    /// <param name="history">As the ranks changed, the oldest first.</param>
    /// <param name="now">Until when the last one holds.</param>
    /// <param name="zone">Whose days.</param>
    public static LadderPlot? Of(ImmutableArray<(DateTimeOffset At, PlayerRank? Rank)> history, DateTimeOffset now, TimeZoneInfo zone)
    {
        var points = history.Select(rank => (rank.At, rank.Rank, Points: LadderPoints.Of(rank.Rank))).ToList();
        var told = points.Select(point => point.Points).OfType<int>().ToList();
        if (told.Count < Least)
        {
            return null;
        }

        var step = Steps.FirstOrDefault(step => (told.Max() - told.Min()) / step < MostLines - 1, Steps[^1]);
        var (low, high) = (told.Min() / step * step, ((told.Max() / step) + 1) * step);
        var (first, whole) = (history[0].At, Math.Max(1, (now - history[0].At).TotalSeconds));
        var held = points.Select((point, index) => Held(point.At, index + 1 < points.Count ? points[index + 1].At : now, point.Rank, index == 0 ? null : point.Points - points[index - 1].Points)).ToImmutableArray();
        return new LadderPlot(
            [.. Tiers(low, high).Select(band => new TierBand(Y(band.High), Y(band.Low) - Y(band.High), RankWords.Tier(band.Tier)))],
            [.. Enumerable.Range(0, ((high - low) / step) + 1).Select(line => low + (line * step)).Select(at => (Y(at), Label(at)))],
            PathOf(),
            [.. Ticks()],
            held,
            points[^1].Points is { } last ? (Y(last), Invariant($"{points[^1].Rank!.LeaguePoints} LP")) : null);

        double Y(int at) => (high - at) * 100.0 / (high - low);

        double X(DateTimeOffset at) => Math.Clamp(100 * (at - first).TotalSeconds / whole, 0, 100);

        HeldRank Held(DateTimeOffset at, DateTimeOffset until, PlayerRank? rank, int? change) => new(
            X(at), Math.Max(0.3, X(until) - X(at)), Invariant($"{TimeZoneInfo.ConvertTime(at, zone):d MMM yyyy, HH:mm}: {RankWords.WithPoints(rank)}{PlayerWords.Change(change)}"));

        string PathOf()
        {
            var path = new StringBuilder();
            foreach (var (index, point) in points.Index())
            {
                if (point.Points is { } at)
                {
                    path.Append(index > 0 && points[index - 1].Points is not null ? 'L' : 'M').Append(Figures.Css(X(point.At))).Append(' ').Append(Figures.Css(Y(at)))
                        .Append('H').Append(Figures.Css(X(index + 1 < points.Count ? points[index + 1].At : now)));
                }
            }

            return path.ToString();
        }

        IEnumerable<(double X, string Label)> Ticks() => ((double[])[0, 50, 100]).Select(x => (x, Invariant($"{TimeZoneInfo.ConvertTime(first.AddSeconds(whole * x / 100), zone):d MMM yyyy}"))).DistinctBy(tick => tick.Item2);
    }

    private static IEnumerable<(int Low, int High, string Tier)> Tiers(int low, int high)
    {
        var top = LadderPoints.Tiers.Length * LadderPoints.PerTier;
        for (var at = low; at < high;)
        {
            var end = at >= top ? high : Math.Min(high, ((at / LadderPoints.PerTier) + 1) * LadderPoints.PerTier);
            yield return (at, end, LadderPoints.At(at).Tier);
            at = end;
        }
    }

    private static string Label(int points)
    {
        var (tier, division) = LadderPoints.At(points);
        var above = points - (LadderPoints.Tiers.Length * LadderPoints.PerTier);
        return above > 0 ? Invariant($"Master {above} LP") : RankWords.Rank(tier, division);
    }
}
