namespace MnM.Web.Games;

/// <summary>The list of watched games.</summary>
public sealed partial class GamesPage
{
    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The list of games could not be read")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
