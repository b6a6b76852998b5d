using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Crawling;

namespace MnM.Web.Tft.Crawler;

/// <summary>What pages ask of the crawler and of what it has brought.</summary>
/// <param name="Read">See <see cref="CrawlerDesk.ReadAsync(CrawlerView, CancellationToken)"/>: with what was read last it counts nothing anew.</param>
/// <param name="Start">See <see cref="CrawlerDesk.StartAsync"/>.</param>
/// <param name="Pause">See <see cref="CrawlerDesk.PauseAsync"/>.</param>
/// <param name="Retry">See <see cref="CrawlerDesk.RetryAsync"/>.</param>
/// <param name="Choices">See <see cref="TftExplorer.ReadChoicesAsync"/>.</param>
/// <param name="Coverage">See <see cref="TftCoverageQueries.ReadAsync"/>.</param>
/// <param name="DeriveAgain">Has the rows of all matches made anew; answers why that could not be, null where it could.</param>
public sealed record CrawlerSource(
    Func<CrawlerView?, CancellationToken, Task<CrawlerView>> Read,
    Func<CrawlerPlan, CancellationToken, Task> Start,
    Func<CancellationToken, Task> Pause,
    Func<CancellationToken, Task<int>> Retry,
    Func<CancellationToken, Task<TftChoices>> Choices,
    Func<CancellationToken, Task<TftCovered>> Coverage,
    Func<CancellationToken, Task<string?>> DeriveAgain);
