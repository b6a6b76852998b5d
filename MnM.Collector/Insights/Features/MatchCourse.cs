using System.Collections.Immutable;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;

namespace MnM.Collector.Insights.Features;

/// <summary>How a match of two teams of five went, moment by moment. The last word of the timeline is not the result: that is the match's.</summary>
public sealed class MatchCourse
{
    private MatchCourse(bool blueWon, double end) => (BlueWon, End) = (blueWon, end);

    public bool BlueWon { get; }

    /// <summary>Seconds.</summary>
    public double End { get; }

    /// <summary>Why nothing is told of a match, in a sentence for people; null where something is. Timelines that are not there are no such reason.</summary>
    public static string? WhyNot(ReadMatch match) => throw new NotImplementedException();

    /// <summary>The course of a match that <see cref="WhyNot"/> has nothing against; null where its timeline does not tell of ten people or has no frames.</summary>
    public static MatchCourse? Of(ReadMatch match, Timeline timeline) => throw new NotImplementedException();

    /// <summary>With all events up to that moment, those of that moment too.</summary>
    public MatchState At(double seconds) => throw new NotImplementedException();

    /// <summary>With all events before that moment. What an event itself changed is the difference of both.</summary>
    public MatchState Before(double seconds) => throw new NotImplementedException();

    /// <summary>One a full minute from the first on, and one at the end.</summary>
    public ImmutableArray<MatchState> Minutes => throw new NotImplementedException();

    /// <summary>A participant's figures minute by minute, by number: what <see cref="PlayerMinute"/> says.</summary>
    public ImmutableArray<PlayerMinute> MinutesOf(int participant) => throw new NotImplementedException();
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
