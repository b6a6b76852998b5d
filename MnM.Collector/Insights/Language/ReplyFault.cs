namespace MnM.Collector.Insights.Language;

/// <summary>Why an answer of a language model is not shown.</summary>
/// <param name="ForModel">May repeat what it wrote.</param>
/// <param name="ForPeople">A sentence that never does: what is not true is not shown as a fault either.</param>
internal sealed record ReplyFault(string ForModel, string ForPeople)
{
    private const string WrongForm = "The language model did not answer in the form that was asked for.";

    public static ReplyFault Number(string number) => new(
        $"\"{number}\" is, or may be read as, a number that is not given", "The language model told a number that is not in the figures.");

    public static ReplyFault Form(string what) => new(what, WrongForm);

    public static ReplyFault NoEvidence { get; } = new("the evidence of a recommendation holds no number", "The language model recommended something without the numbers for it.");
}
