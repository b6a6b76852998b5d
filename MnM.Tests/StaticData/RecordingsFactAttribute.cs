namespace MnM.Tests.StaticData;

/// <summary>A test that reads files recorded from Data Dragon; passed over where they are not.</summary>
internal sealed class RecordingsFactAttribute : FactAttribute
{
    public RecordingsFactAttribute() => Skip = Recordings.Files("ddragon").Any() ? null : "There are no recordings of Data Dragon; MNM_RECORDINGS may name their folder.";

    /// <summary>Data Dragon's folder among the recordings.</summary>
    public static string Folder() => Path.Combine(Recordings.Folder ?? "", "ddragon");
}
