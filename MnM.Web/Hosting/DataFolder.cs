namespace MnM.Web.Hosting;

/// <summary>The folder of the database and the keys.</summary>
internal static class DataFolder
{
    /// <summary>Why it cannot be used, as whoever starts MnM is told.</summary>
    public static StartException Fault(string directory, Exception exception) => StartException.From([new("--data", $"\"{directory}\" cannot be used: {exception.Message}")]);
}
