using System.Collections.Immutable;
using MnM.Collector.Insights.Features;
using MnM.Collector.Insights.WinProbability;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;
using MnM.Collector.StaticData;

namespace MnM.Collector.Insights.Stories;

/// <summary>What one match tells of one of its people.</summary>
/// <param name="Match">Which it is.</param>
/// <param name="Seat">What the person did in all.</param>
/// <param name="Course">How it went; null without a timeline that tells it.</param>
/// <param name="Actions">Empty likewise.</param>
/// <param name="Chances">Of the own side; empty likewise and without a model.</param>
internal sealed record MatchFacts(InsightMatch Match, Seat Seat, MatchCourse? Course, ImmutableArray<InsightAction> Actions, ImmutableArray<MinuteChance> Chances)
{
    private const int BlueTeam = 100;

    /// <summary>Pure: the same for the same inputs.</summary>
    public static MatchFacts Of(ReadMatch read, MatchParticipant one, Timeline? timeline, WinModel? model, StaticCatalog statics)
    {
        var course = timeline is null ? null : MatchCourse.Of(read, timeline);
        var match = MatchOf(read.Match, one, statics);
        if (course is null)
        {
            return new MatchFacts(match, SeatOf(read, one, MinuteMarks.None), null, [], []);
        }

        var chances = new OwnChances(course, model, match.IsBlue);
        var actions = new ActionFinder(read, one, timeline!, chances, item => statics.Items.GetValueOrDefault(item)?.Finished == true).Find();

        // What a timeline tells of the time after the match did not happen then.
        return new MatchFacts(match, SeatOf(read, one, MinuteMarks.Of(read, one, course)), course, [.. actions.Where(action => action.At <= course.End)], chances.Minutes);
    }

    private static InsightMatch MatchOf(Match match, MatchParticipant one, StaticCatalog statics) => new(
        match.Id, one.Number, one.ChampionId, NameOf(one.ChampionId, one.ChampionName, statics), one.TeamId == BlueTeam, one.Win, match.StartedAt, match.DurationSeconds);

    /// <summary>Static data's name of a champion; the match's own word where there is none.</summary>
    public static string NameOf(int championId, string told, StaticCatalog statics) => statics.ChampionOf(championId)?.Name ?? told;

    private static Seat SeatOf(ReadMatch read, MatchParticipant one, MinuteMarks marks) => new(
        one.Kills, one.Deaths, one.Assists, one.Cs, one.GoldEarned, one.Damage, one.VisionScore, one.TimePlayed > 0 ? one.TimePlayed : read.Match.DurationSeconds,
        read.Participants.Where(other => other.TeamId == one.TeamId).Sum(other => other.Kills), marks);
}
