using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Crawling;

/// <summary>The history of the ladders: who stood where when, by the readings of the crawler.</summary>
internal sealed class LadderBook
{
    /// <summary>
    /// Where people stood at a time: as in the reading of the platform's ladder that is nearest to it, before or after. Who was not on it, and everybody where no ladder was ever read, is left out.
    /// </summary>
    /// <param name="platform">In lower case.</param>
    /// <param name="queue">RANKED_TFT or RANKED_TFT_DOUBLE_UP.</param>
    /// <param name="puuids">Of whom.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<IReadOnlyDictionary<string, LadderStanding>> FindAsync(
        string platform, string queue, IReadOnlyCollection<string> puuids, DateTimeOffset at, CancellationToken cancellationToken) => throw new NotImplementedException();
}
