using System.Collections.Immutable;

namespace MnM.Collector.History.Time;

/// <summary>Something that stands out and holds: the difference is larger than chance makes it in 95 of 100 cases.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Words">The sentence in parts, so that its figures can be set off.</param>
/// <param name="Figures">What the sentence compares: the first is what it is about, the second what that is compared with.</param>
/// <param name="Strength">Standard errors between them: the larger, the less it is chance.</param>
public sealed record KeyInsight(InsightKind Kind, ImmutableArray<InsightWord> Words, ImmutableArray<InsightFigure> Figures, double Strength)
{
    /// <summary>The whole sentence.</summary>
    public string Sentence => string.Concat(Words.Select(word => word.Text));
}

/// <summary>A part of a sentence.</summary>
/// <param name="Text">With its blanks.</param>
/// <param name="IsFigure">Whether it is a number with its unit.</param>
public readonly record struct InsightWord(string Text, bool IsFigure);

/// <summary>A share that a sentence tells.</summary>
/// <param name="Percent">Bare, whatever method the rest of the page uses.</param>
/// <param name="Low">Wilson's interval, 95 of 100 cases.</param>
/// <param name="High">The same.</param>
/// <param name="Count">Of so many.</param>
/// <param name="Of">Of what: games, sessions.</param>
public sealed record InsightFigure(double Percent, double Low, double High, int Count, string Of);

/// <summary>What an insight is about.</summary>
public enum InsightKind
{
    /// <summary>Late games of a session against its first three.</summary>
    LateInSession,

    /// <summary>Games straight after two or more losses against all others.</summary>
    AfterLosses,

    /// <summary>Games after a break within a session against those without one.</summary>
    AfterBreak,

    /// <summary>A quarter of the day against the others.</summary>
    TimeOfDay,

    /// <summary>Saturday and Sunday against the other days.</summary>
    Weekend,

    /// <summary>A champion against the others.</summary>
    Champion,

    /// <summary>A role against the others.</summary>
    Role,

    /// <summary>Blue against red.</summary>
    Side,

    /// <summary>Long games against short ones.</summary>
    Length,

    /// <summary>Games with somebody against those without.</summary>
    Companion,

    /// <summary>The last games against those before.</summary>
    Form,

    /// <summary>The weekday on which more is played than on others.</summary>
    BusyDay,

    /// <summary>The quarter of the day in which more is played than in the others.</summary>
    BusyHours,
}
