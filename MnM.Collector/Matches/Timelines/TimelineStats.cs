using System.Collections.Immutable;

namespace MnM.Collector.Matches.Timelines;

/// <summary>How a participant stood at certain minutes, and against whom.</summary>
/// <param name="Participant">The number.</param>
/// <param name="Opponent">Who plays the same position on the other side; null in modes without lanes, and where that is not one person.</param>
/// <param name="Minutes">5, 10, 15 and 20.</param>
public sealed record TimelineStats(int Participant, int? Opponent, ImmutableArray<MinuteStats> Minutes)
{
    private static readonly ImmutableArray<int> Told = [5, 10, 15, 20];

    /// <summary>Everybody's, by the order of the match.</summary>
    public static ImmutableArray<TimelineStats> Of(ReadMatch match, Timeline timeline) => [.. match.Participants.Select(one => Of(one, match, timeline))];

    private static TimelineStats Of(MatchParticipant one, ReadMatch match, Timeline timeline)
    {
        var opponent = OpponentOf(one, match)?.Number;
        return new TimelineStats(one.Number, opponent, [.. Told.Select(minute =>
        {
            var frame = timeline.FrameAt(minute);
            return new MinuteStats(minute, StatsAt(frame, one.Number, timeline), opponent is { } other ? StatsAt(frame, other, timeline) : null);
        })]);
    }

    /// <summary>Who stands against a participant; null where nobody does, or several.</summary>
    public static MatchParticipant? OpponentOf(MatchParticipant one, ReadMatch match)
    {
        var same = match.Participants.Where(other => one.Position.Length > 0 && other.Position == one.Position).ToList();
        return same.Count(other => other.TeamId == one.TeamId) == 1 && same.Count(other => other.TeamId != one.TeamId) == 1
            ? same.Single(other => other.TeamId != one.TeamId)
            : null;
    }

    private static LaneStats? StatsAt(TimelineFrame? frame, int participant, Timeline timeline) =>
        frame is not null && frame.People.TryGetValue(participant, out var figures)
            ? new LaneStats(figures.Cs, figures.Gold, figures.Experience, figures.Level, timeline.Kills.Count(kill => kill.Killer == participant && kill.At <= frame.At))
            : null;
}

/// <summary>A participant and the opponent at a minute; null of whom the timeline tells nothing then, as where the match was over.</summary>
public sealed record MinuteStats(int Minute, LaneStats? Own, LaneStats? Opponent)
{
    /// <summary>What the participant has more; null where one of both is not told.</summary>
    public LaneStats? Lead => (Own, Opponent) is ({ } own, { } other)
        ? new LaneStats(own.Cs - other.Cs, own.Gold - other.Gold, own.Experience - other.Experience, own.Level - other.Level, own.Kills - other.Kills)
        : null;
}

/// <summary>What somebody has at a minute.</summary>
public readonly record struct LaneStats(int Cs, int Gold, int Experience, int Level, int Kills);
