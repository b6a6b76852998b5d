using System.Collections.Immutable;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Web.Live;

namespace MnM.Web.Games;

/// <summary>One player's figures at a moment of the game.</summary>
public readonly record struct PlayerPoint(int Slot, Side Side, string Position, int Creeps, int Level, int ItemValue);

/// <summary>Everybody's figures at a moment of the game.</summary>
/// <param name="Time">Seconds since the game began.</param>
/// <param name="Players">In the order of the slots.</param>
public sealed record CurvePoint(double Time, ImmutableArray<PlayerPoint> Players)
{
    /// <summary>The figures of a poll.</summary>
    public static CurvePoint Of(LiveView view) => new(
        view.GameTime,
        [.. view.Players.Select(player => new PlayerPoint(player.Slot, Sides.Of(player.Team), player.Position, player.CreepScore, player.Level, player.ItemValue))]);

    /// <summary>The moments of a timeline.</summary>
    /// <param name="rows">In any order.</param>
    /// <param name="final">Says who is who; the timeline ends before it.</param>
    public static IEnumerable<CurvePoint> Of(IReadOnlyList<TimelineRow> rows, LiveView final) => rows
        .Where(row => row.Second < final.GameTime && row.Slot < final.Players.Length)
        .GroupBy(row => row.Second)
        .OrderBy(moment => moment.Key)
        .Select(moment => new CurvePoint(
            moment.Key,
            [.. moment.OrderBy(row => row.Slot).Select(row => new PlayerPoint(row.Slot, Sides.Of(final.Players[row.Slot].Team), final.Players[row.Slot].Position, row.Cs, row.Level, row.ItemValue))]));

    /// <summary>Item value of a side.</summary>
    public int ValueOf(Side side) => Players.Where(player => player.Side == side).Sum(player => player.ItemValue);
}

/// <summary>What the charts of a game draw: its timeline where it has one, else polls spread over it.</summary>
public sealed record GameCurves(ImmutableArray<CurvePoint> Points, double End)
{
    // More would not be seen: a chart is some 300 px wide.
    private const int Most = 120;
    private const double Closest = 10;

    /// <summary>Reads the curves: the timeline, and polls where that does not reach: a game that runs, has just ended, or could not be folded to its end.</summary>
    /// <returns>Null where neither is there.</returns>
    public static async Task<GameCurves?> ReadAsync(WatchedGame watched, GameQueries queries, GameReplay replay, CancellationToken cancellationToken)
    {
        List<CurvePoint> points = [.. CurvePoint.Of(await queries.TimelineAsync(watched.Game.Id, cancellationToken), watched.Final)];
        foreach (var second in watched.Span is { } span ? Seconds(span, points.Count == 0 ? double.MinValue : points[^1].Time) : [])
        {
            try
            {
                if (await replay.ViewAtAsync(watched.Game.Id, second, cancellationToken) is { } view && view.GameTime > (points.LastOrDefault()?.Time ?? -1))
                    points.Add(CurvePoint.Of(view));
            }
            catch (Exception damage) when (WatchedGame.IsDamage(damage))
            {
                // The page says so when that second is shown; the curve goes straight over it.
            }
        }

        if (points.Count == 0)
            return null;
        if (points[^1].Time < watched.Final.GameTime)
            points.Add(CurvePoint.Of(watched.Final));

        return new([.. points], watched.End);
    }

    /// <summary>The seconds to read for the curves, in order.</summary>
    /// <param name="span">What is recorded.</param>
    /// <param name="after">Until then the curves are known.</param>
    public static IEnumerable<double> Seconds(RecordedSpan span, double after)
    {
        var step = Math.Max(Closest, (span.Last - span.First) / Most);
        for (var second = Math.Max(span.First, after + step); second < span.Last; second += step)
            yield return second;
    }

    /// <summary>Blue's item value less red's.</summary>
    public ImmutableArray<ItemValuePoint> Differences =>
        [.. Points.Select(point => new ItemValuePoint(point.Time, point.ValueOf(Side.Blue) - point.ValueOf(Side.Red)))];

    /// <summary>Item value of both sides.</summary>
    public LinePlot ItemValues() => LinePlot.Of(
        [.. new[] { Side.Blue, Side.Red }.Select(side => Team(side, Points.Select(point => (point.Time, (double)point.ValueOf(side))), Figures.Kilo))],
        End, 1000, value => value == 0 ? "0" : $"{Figures.Css(value / 1000)}k");

    /// <summary>Creeps of everybody; those of <paramref name="position"/> stand out.</summary>
    public LinePlot Creeps(string position) => ByPlayer(position, player => player.Creeps, value => $"≈{Figures.Whole(value)}", 50);

    /// <summary>Levels of everybody; those of <paramref name="position"/> stand out.</summary>
    public LinePlot Levels(string position) => ByPlayer(position, player => player.Level, value => Figures.Whole(value), 6);

    /// <summary>Kills of both sides, from the events of the whole game.</summary>
    public static LinePlot Kills(LiveView final, double end) => LinePlot.Of(
        [.. new[] { Side.Blue, Side.Red }.Select(side => Team(side, KillsOf(final, side, end), kills => Figures.Whole(kills)))],
        end, 5, value => Figures.Whole(value));

    private static IEnumerable<(double Time, double Value)> KillsOf(LiveView final, Side side, double end)
    {
        var kills = 0;
        yield return (0, 0);
        foreach (var told in final.Events.Where(told => told.Name == "ChampionKill" && Sides.Of(told.Team) == side).OrderBy(told => told.Time))
        {
            yield return (told.Time, kills);
            yield return (told.Time, ++kills);
        }

        yield return (end, kills);
    }

    private static CurveSeries Team(Side side, IEnumerable<(double, double)> points, Func<int, string> label) =>
        new($"{side}", side, true, [.. points], value => label((int)value), $"{side}");

    private LinePlot ByPlayer(string position, Func<PlayerPoint, int> figure, Func<double, string> label, int least)
    {
        var players = Points.IsEmpty ? [] : Points[^1].Players;
        return LinePlot.Of(
            [
                .. players.Select((player, n) => new CurveSeries(
                        $"{player.Slot}", player.Side, player.Position == position,
                        [.. Points.Where(point => n < point.Players.Length).Select(point => (point.Time, (double)figure(point.Players[n])))], label, $"{player.Side}"))
                    .OrderBy(series => series.IsMain),
            ],
            End, least, value => Figures.Whole(value));
    }
}
