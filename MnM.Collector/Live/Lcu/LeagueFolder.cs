using Microsoft.Extensions.Options;

namespace MnM.Collector.Live.Lcu;

/// <summary>Where League of Legends is installed, whether or not it runs.</summary>
public sealed class LeagueFolder(IOptions<LiveOptions> options)
{
    /// <summary>The folder that was named, if it is there, else one of the usual ones; null where there is none.</summary>
    public string? Find() => (options.Value.ClientPath is { } given ? [given] : ClientFinder.UsualFolders).FirstOrDefault(Directory.Exists);
}
