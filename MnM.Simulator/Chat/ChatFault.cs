using System.ComponentModel;

namespace MnM.Simulator.Chat;

/// <summary>A way in which a language model, or its server, goes wrong; written in kebab case on the command line.</summary>
public enum ChatFault
{
    [Description("The answer is prose, not JSON.")]
    WrongJson,

    [Description("The answer is JSON of another form.")]
    WrongForm,

    [Description("The JSON stands between other words.")]
    Wrapped,

    [Description("One sentence tells a number that was not given, in one of twenty ways.")]
    InventedNumbers,

    [Description("It does what names tell it to do.")]
    ObeysNames,

    [Description("429 with Retry-After.")]
    TooMany,

    [Description("429 without Retry-After.")]
    TooManyUntold,

    [Description("500.")]
    ServerError,

    [Description("A schema for the answer is refused with 400.")]
    NoSchema,

    [Description("Tools are refused with 400.")]
    NoTools,

    [Description("The answer comes in one piece though a stream was asked for.")]
    NoStream,

    [Description("A second passes between two pieces.")]
    Slow,

    [Description("The request is accepted and never answered.")]
    NeverAnswers,

    [Description("The stream begins and falls silent.")]
    FallsSilent,

    [Description("The stream ends in the middle of the answer.")]
    CutStream,

    [Description("The stream has no end.")]
    EndlessStream,

    [Description("It looks things up for ever.")]
    ManyCalls,

    [Description("It wants tools that there are not.")]
    UnknownTools,

    [Description("One sentence is longer than a book.")]
    HugeAnswer,

    [Description("It writes markup, addresses and characters that nobody sees.")]
    Markup,

    [Description("Its answer is empty.")]
    Silent,
}
