using System.Collections.Immutable;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;

namespace MnM.Web.Matches;

/// <summary>How people of a match stood at certain minutes, as the endpoint tells it; nobody's PUUID is in it.</summary>
public sealed record TimelineStatsAnswer(string MatchId, int DurationSeconds, ImmutableArray<ParticipantStatsAnswer> Participants)
{
    internal static TimelineStatsAnswer Of(OpenedMatch opened, Timeline timeline, int number) => new(
        opened.Match.Id,
        opened.Match.DurationSeconds,
        [
            .. TimelineStats.Of(opened.Read, timeline).Zip(opened.Read.Participants)
                .Where(pair => number == 0 || pair.First.Participant == number)
                .Select(pair => ParticipantStatsAnswer.Of(pair.First, pair.Second, opened)),
        ]);
}

/// <summary>Somebody's figures.</summary>
public sealed record ParticipantStatsAnswer(int Number, string Name, int ChampionId, string ChampionName, int TeamId, string Position, int? Opponent, ImmutableArray<MinuteStatsAnswer> At)
{
    internal static ParticipantStatsAnswer Of(TimelineStats stats, MatchParticipant one, OpenedMatch opened)
    {
        var name = opened.NameOf(one);
        return new(
            one.Number, name.TagLine.Length > 0 ? $"{name.GameName}#{name.TagLine}" : name.GameName, one.ChampionId, one.ChampionName, one.TeamId, one.Position, stats.Opponent,
            [.. stats.Minutes.Select(minute => new MinuteStatsAnswer(minute.Minute, StatsAnswer.Of(minute.Own), StatsAnswer.Of(minute.Opponent), StatsAnswer.Of(minute.Lead)))]);
    }
}

/// <summary>Figures at a minute; null where the match was over before, and of an opponent whom there is not.</summary>
public sealed record MinuteStatsAnswer(int Minute, StatsAnswer? Own, StatsAnswer? Opponent, StatsAnswer? Lead);

/// <summary>Figures, or by how much they differ.</summary>
public sealed record StatsAnswer(int Cs, int Gold, int Xp, int Level, int Kills)
{
    internal static StatsAnswer? Of(LaneStats? stats) => stats is { } told ? new(told.Cs, told.Gold, told.Experience, told.Level, told.Kills) : null;
}
