using System.Collections.Immutable;
using MnM.Collector.Matches.Timelines;

namespace MnM.Web.Matches;

/// <summary>In which order somebody learnt the abilities.</summary>
/// <param name="Slots">1 to 4 for Q, W, E and R, by level.</param>
public sealed record SkillOrder(ImmutableArray<SkillPoint> Slots)
{
    private static readonly ImmutableArray<string> Keys = ["Q", "W", "E", "R"];

    /// <summary>Q, W, E and R with their points.</summary>
    public ImmutableArray<(string Key, ImmutableArray<int> Levels)> Rows =>
        [.. Keys.Select((key, index) => (key, (ImmutableArray<int>)[.. Slots.Index().Where(point => point.Item.Slot == index + 1).Select(point => point.Index + 1)]))];

    /// <summary>How many columns there are: the levels of a whole game, and more where there were more.</summary>
    public int Columns => Math.Max(18, Slots.Length);

    /// <summary>What was brought to its highest rank first: "Q › E › W"; empty while none has two points.</summary>
    public string Priority
    {
        get
        {
            var order = Rows.Take(3).Where(row => row.Levels.Length > 1).OrderByDescending(row => Math.Min(5, row.Levels.Length)).ThenBy(row => row.Levels.ElementAt(Math.Min(5, row.Levels.Length) - 1));
            return string.Join(" › ", order.Select(row => row.Key));
        }
    }

    /// <summary>The order of a participant.</summary>
    public static SkillOrder Of(Timeline timeline, int participant) => new([.. timeline.Skills.Where(point => point.Participant == participant && point.Slot is >= 1 and <= 4)]);
}
