namespace MnM.Tests;

/// <summary>A test that reads recordings of a kind; passed over where there are none.</summary>
internal sealed class RecordedFactAttribute : FactAttribute
{
    public RecordedFactAttribute(string kind) =>
        Skip = Recordings.Files(kind).Any() ? null : $"There are no recordings of {kind}; MNM_RECORDINGS may name their folder.";
}
