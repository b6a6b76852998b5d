using System.Collections.Immutable;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;

namespace MnM.Collector.Insights.Features;

/// <summary>How a match of two teams of five went, moment by moment. The last word of the timeline is not the result: that is the match's.</summary>
public sealed class MatchCourse
{
    private const double Minute = 60;

    /// <summary>A timeline may end a little after the match; what goes on much longer is told wrongly.</summary>
    private const double Overtime = 60;

    private readonly ImmutableArray<PlayerCourse> _players;
    private readonly ImmutableArray<CourseEvent> _events;
    private readonly Timeline _timeline;
    private readonly Lazy<ImmutableArray<MatchState>> _minutes;

    private MatchCourse(bool blueWon, double end, ImmutableArray<PlayerCourse> players, Timeline timeline)
    {
        (BlueWon, End, _players, _timeline) = (blueWon, end, players, timeline);
        var sides = players.ToDictionary(player => player.Number, player => player.Side);
        _events = CourseEvent.AllOf(timeline, number => sides.GetValueOrDefault(number));
        _minutes = new(() => [.. MinuteTimes().Select(At)]);
    }

    public bool BlueWon { get; }

    /// <summary>Seconds.</summary>
    public double End { get; }

    /// <summary>One a full minute from the first on, and one at the end.</summary>
    public ImmutableArray<MatchState> Minutes => _minutes.Value;

    /// <summary>Why nothing is told of a match, in a sentence for people; null where something is. Timelines that are not there are no such reason.</summary>
    public static string? WhyNot(ReadMatch match) => CourseRules.WhyNot(match);

    /// <summary>The course of a match that <see cref="WhyNot"/> has nothing against; null where its timeline does not tell of ten people or has no frames.</summary>
    public static MatchCourse? Of(ReadMatch match, Timeline timeline)
    {
        if (CourseRules.Winner(match) is not { } blueWon)
        {
            return null;
        }

        var players = match.Participants.Select(one => PlayerCourse.Of(one.Number, CourseRules.SideOf(one.TeamId), timeline)).OfType<PlayerCourse>().ToImmutableArray();
        var end = Math.Min(timeline.End, match.Match.DurationSeconds + Overtime);
        return players.Length == match.Participants.Length && players.Length > 0 ? new MatchCourse(blueWon, end, players, timeline) : null;
    }

    /// <summary>With all events up to that moment, those of that moment too.</summary>
    public MatchState At(double seconds) => StateAt(seconds, withThatMoment: true);

    /// <summary>With all events before that moment. What an event itself changed is the difference of both.</summary>
    public MatchState Before(double seconds) => StateAt(seconds, withThatMoment: false);

    /// <summary>A participant's figures minute by minute, by number: what <see cref="PlayerMinute"/> says. None of a number that nobody has.</summary>
    public ImmutableArray<PlayerMinute> MinutesOf(int participant)
    {
        if (_players.FirstOrDefault(one => one.Number == participant) is not { } player)
        {
            return [];
        }

        var kills = Times(_timeline.Kills.Where(kill => kill.Killer == participant).Select(kill => kill.At));
        var deaths = Times(_timeline.Kills.Where(kill => kill.Victim == participant).Select(kill => kill.At));
        var assists = Times(_timeline.Kills.Where(kill => kill.Assists.Contains(participant)).Select(kill => kill.At));
        var objectives = Times(
            _timeline.Buildings.Where(one => one.Kind is BuildingKind.Tower or BuildingKind.Inhibitor && (one.Killer == participant || one.Assists.Contains(participant))).Select(one => one.At)
                .Concat(_timeline.Monsters.Where(one => one.Killer == participant || one.Assists.Contains(participant)).Select(one => one.At)));
        return
        [
            .. MinuteTimes().Select(at =>
            {
                var ((gold, experience), frame) = (player.Earned(at), player.FrameBefore(at));
                return new PlayerMinute(
                    at, frame with { Gold = (int)gold, Experience = (int)experience }, player.IsAlive(at, withThatMoment: true), UpTo(kills, at), UpTo(deaths, at), UpTo(assists, at), UpTo(objectives, at));
            }),
        ];
    }

    private static double[] Times(IEnumerable<double> times) => [.. times];

    private static int UpTo(double[] times, double seconds) => times.Count(time => time <= seconds);

    private IEnumerable<double> MinuteTimes()
    {
        var minutes = (int)(End / Minute);
        for (var minute = 1; minute <= minutes; minute++)
        {
            yield return minute * Minute;
        }

        if (End > minutes * Minute)
        {
            yield return End;
        }
    }

    private MatchState StateAt(double seconds, bool withThatMoment)
    {
        var tally = new CourseTally();
        foreach (var told in _events)
        {
            if (told.At > seconds || (told.At == seconds && !withThatMoment))
            {
                break;
            }

            tally.Add(told);
        }

        var (blue, red) = (SideAt(1, seconds, withThatMoment), SideAt(-1, seconds, withThatMoment));
        return tally.At(seconds) with
        {
            Gold = blue.Gold - red.Gold,
            Experience = blue.Experience - red.Experience,
            Levels = blue.Levels - red.Levels,
            Cs = (int)Math.Clamp(blue.Cs - red.Cs, int.MinValue, int.MaxValue),
            Alive = blue.Alive - red.Alive,
        };
    }

    /// <summary>Summed side by side, so that the same figures on the other side give the same number to the bit.</summary>
    private (double Gold, double Experience, int Levels, long Cs, int Alive) SideAt(int side, double seconds, bool withThatMoment)
    {
        var sum = (Gold: 0.0, Experience: 0.0, Levels: 0, Cs: 0L, Alive: 0);
        foreach (var player in _players)
        {
            if (player.Side == side)
            {
                var ((gold, experience), frame) = (player.Earned(seconds), player.FrameBefore(seconds));
                sum = (sum.Gold + gold, sum.Experience + experience, sum.Levels + frame.Level, sum.Cs + frame.Cs, sum.Alive + (player.IsAlive(seconds, withThatMoment) ? 1 : 0));
            }
        }

        return sum;
    }
}

/// <summary>How one player stood at a minute.</summary>
/// <param name="At">Seconds.</param>
/// <param name="Figures">Gold, experience, CS, level.</param>
/// <param name="IsAlive">By the rule of <see cref="MatchState.Alive"/>.</param>
/// <param name="Kills">Up to then.</param>
/// <param name="Deaths">Up to then.</param>
/// <param name="Assists">Up to then.</param>
/// <param name="Objectives">Great monsters and buildings that the player had a hand in, up to then.</param>
public sealed record PlayerMinute(double At, MinuteFigures Figures, bool IsAlive, int Kills, int Deaths, int Assists, int Objectives);
