using System.Collections.Immutable;
using MnM.Collector.StaticData;

namespace MnM.Collector.Live;

/// <summary>Follows what people carry: finished items as they appear, and the difference of item value over time.</summary>
internal sealed class ItemLog
{
    private const double SecondsPerPoint = 10;

    private ImmutableArray<ItemValuePoint> _points = [];

    /// <summary>Finished items seen to appear, oldest first.</summary>
    public ImmutableArray<ItemCompletion> Completions { get; private set; } = [];

    /// <summary>Notes finished items that somebody did not carry at the poll before.</summary>
    public void Take(double time, ImmutableArray<PlayerView> before, ImmutableArray<PlayerView> now, StaticCatalog catalog)
    {
        for (var slot = 0; slot < Math.Min(before.Length, now.Length); slot++)
        {
            if (before[slot].Items == now[slot].Items)
            {
                continue;
            }

            foreach (var item in now[slot].Items)
            {
                if (catalog.Items.GetValueOrDefault(item.ItemId) is { Finished: true } finished
                    && Count(now[slot], item.ItemId) > Count(before[slot], item.ItemId))
                {
                    Completions = Completions.Add(new ItemCompletion(time, slot, item.ItemId, finished.Name));
                }
            }
        }
    }

    /// <summary>The difference of item value up to <paramref name="time"/>, seconds; after a step back in time the later points are gone.</summary>
    public ImmutableArray<ItemValuePoint> Differences(double time, ImmutableArray<TeamView> teams)
    {
        while (_points.Length > 0 && _points[^1].Time > time)
        {
            _points = _points.RemoveAt(_points.Length - 1);
        }

        var now = new ItemValuePoint(time, Value(teams, TeamView.Blue) - Value(teams, TeamView.Red));
        if (_points.Length == 0 || time - _points[^1].Time >= SecondsPerPoint)
        {
            _points = _points.Add(now);
            return _points;
        }

        return _points.Add(now);
    }

    private static int Count(PlayerView player, int itemId) => player.Items.Where(item => item.ItemId == itemId).Sum(item => item.Count);

    private static int Value(ImmutableArray<TeamView> teams, string team) => teams.FirstOrDefault(one => one.Team == team)?.ItemValue ?? 0;
}
