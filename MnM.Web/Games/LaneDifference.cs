using System.Collections.Immutable;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;
using MnM.Web.Live;

namespace MnM.Web.Games;

/// <summary>What blue has more than red in a lane, at ten and at fifteen minutes; null where the match was over before.</summary>
public sealed record LaneDifference(string Position, MinuteFigures? AtTen, MinuteFigures? AtFifteen)
{
    /// <summary>The lanes in which one of each side stands; none in modes without lanes.</summary>
    public static ImmutableArray<LaneDifference> Of(ReadMatch match, ImmutableDictionary<int, MinuteFigures> atTen, ImmutableDictionary<int, MinuteFigures> atFifteen) =>
    [
        .. from position in GameWords.Positions
           let blue = Find(match, position, 100)
           let red = Find(match, position, 200)
           where blue is not null && red is not null
           select new LaneDifference(position, Between(blue, red, atTen), Between(blue, red, atFifteen)),
    ];

    private static int? Find(ReadMatch match, string position, int team) => match.Participants.FirstOrDefault(one => one.Position == position && one.TeamId == team)?.Number;

    private static MinuteFigures? Between(int? blue, int? red, ImmutableDictionary<int, MinuteFigures> figures) =>
        figures.TryGetValue(blue!.Value, out var ours) && figures.TryGetValue(red!.Value, out var theirs)
            ? new MinuteFigures(ours.Cs - theirs.Cs, ours.Gold - theirs.Gold, ours.Experience - theirs.Experience, ours.Level - theirs.Level)
            : null;
}
