namespace MnM.Collector.Storage;

/// <summary>The migrations of this program, in their order. Whether a database lacks one can so be seen without the model of Entity Framework.</summary>
internal static class KnownMigrations
{
    public static IReadOnlyList<string> All { get; } =
    [
        "20261122014425_Games",
        "20261122031404_Folding",
        "20261122042456_LeagueClient",
        "20261122063328_GapReasons",
        "20261122074931_WorkQueue",
        "20261122081140_RiotLimits",
        "20261122085016_Champions",
        "20261122091335_Matches",
        "20261122092119_Players",
        "20261122105948_PlayerIdGenerations",
        "20261122120313_Tracking",
        "20261122121700_Webhooks",
        "20261122140501_History",
        "20261122170315_Users",
        "20261122212258_Insights",
        "20261123004904_Tft",
        "20261123024200_CrawlLists",
        "20261123032557_Sharing",
        "20261123032631_ImportedGames",
        "20261123164224_WorkTimes",
    ];
}
