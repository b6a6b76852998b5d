using MnM.Web.Games;

namespace MnM.Tests.Games;

/// <summary>Temporary files on a disk without room; Linux has one for such tests.</summary>
internal static class FullDisk
{
    public static TemporaryFiles In(string folder) => new()
    {
        Make = () => File.CreateSymbolicLink(Path.Combine(folder, Path.GetRandomFileName()), "/dev/full").FullName,
    };
}
