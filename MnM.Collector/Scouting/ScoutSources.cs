using Microsoft.Extensions.Logging;
using MnM.Collector.Players;

namespace MnM.Collector.Scouting;

/// <summary>Where a session's answers come from.</summary>
internal sealed partial class ScoutSources(PlayerFetcher players, PlayerQueries stored, FormLibrary library, ILogger<ScoutSources> logger)
{
    public PlayerFetcher Players => players;

    public PlayerQueries Stored => stored;

    public FormLibrary Library => library;

    /// <summary>Something failed that should not.</summary>
    public void Report(Exception fault) => Log.Failed(logger, fault);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Scouting of a player failed; the others go on")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
