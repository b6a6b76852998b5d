using System.Runtime.CompilerServices;

namespace MnM.Tests.StaticData;

/// <summary>A test that reads files recorded from Data Dragon; passed over where they are not.</summary>
internal sealed class RecordingsFactAttribute : FactAttribute
{
    public RecordingsFactAttribute() => Skip = Directory.Exists(Folder()) ? null : $"No recordings in {Folder()}.";

    /// <summary>The folder named by MNM_RECORDINGS, or shared/data beside the repository; in it, Data Dragon's.</summary>
    public static string Folder([CallerFilePath] string here = "") => Path.Combine(
        Environment.GetEnvironmentVariable("MNM_RECORDINGS") ?? Path.GetFullPath(Path.Combine(here, "../../../../shared/data")), "ddragon");
}
