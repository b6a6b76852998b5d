namespace MnM.Web.Games;

/// <summary>A file without a name that anybody needs, for this account alone and gone when it is closed.</summary>
internal static class TemporaryFile
{
    public static FileStream Create() => new(
        Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
}
