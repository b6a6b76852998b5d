using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Crawling;
using MnM.Collector.Tft.Rows;

namespace MnM.Web.Tft;

/// <summary>The crawler over HTTP.</summary>
public static class CrawlerApi
{
    /// <summary>Maps what lies below /api/tft/crawler.</summary>
    public static IEndpointRouteBuilder MapCrawlerApi(this IEndpointRouteBuilder routes)
    {
        var crawler = routes.MapGroup("/api/tft/crawler").WithTags("TFT");
        crawler.MapGet("", FindAsync).WithName("GetTftCrawler").WithSummary("How the crawler stands.");
        crawler.MapPost("/start", StartAsync).WithName("StartTftCrawler").WithSummary("Lets it run; it goes on where it stopped.");
        crawler.MapPost("/pause", PauseAsync).WithName("PauseTftCrawler").WithSummary("Lets it rest; nothing is lost.");
        crawler.MapPost("/retry", RetryAsync).WithName("RetryTftCrawler").WithSummary("Tries again what failed.");
        crawler.MapPost("/derive-again", DeriveAgainAsync).WithName("DeriveTftRowsAgain").WithSummary("Has the rows of all stored matches made anew, without a request.");
        return routes;
    }

    private static async Task<Ok<CrawlerAnswer>> FindAsync(CrawlerDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(CrawlerAnswer.Of(await desk.ReadAsync(cancellationToken)));

    private static async Task<Results<Ok<CrawlerAnswer>, ProblemHttpResult>> StartAsync(CrawlerDesk desk, CancellationToken cancellationToken, WantedPlan? wanted = null)
    {
        var now = (await desk.ReadAsync(cancellationToken)).Plan;
        if (wanted?.UnknownTier is { } unknown)
        {
            return AnalyticsApi.Refuse([("tiers", $"\"{unknown}\" is no tier with a ladder: these are challenger, grandmaster and master.")]);
        }

        var plan = wanted?.PlanBeside(now) ?? now;
        if (plan.FindFault() is { } fault)
        {
            return TypedResults.Problem(fault, statusCode: StatusCodes.Status400BadRequest);
        }

        await desk.StartAsync(plan, cancellationToken);
        return await FindAsync(desk, cancellationToken);
    }

    private static async Task<Ok<CrawlerAnswer>> PauseAsync(CrawlerDesk desk, CancellationToken cancellationToken)
    {
        await desk.PauseAsync(cancellationToken);
        return await FindAsync(desk, cancellationToken);
    }

    private static async Task<Ok<RetriedWork>> RetryAsync(CrawlerDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new RetriedWork(await desk.RetryAsync(cancellationToken)));

    private static async Task<Results<Accepted, ProblemHttpResult>> DeriveAgainAsync(ConfirmedAct said, RowsDesk desk, CancellationToken cancellationToken) =>
        !said.Confirm ? TypedResults.Problem("The rows of all matches would be thrown away and made anew, which takes a while: say confirm.", statusCode: StatusCodes.Status409Conflict)
        : await desk.DeriveAgainAsync(cancellationToken) is { } fault ? TypedResults.Problem(fault, statusCode: StatusCodes.Status503ServiceUnavailable)
        : TypedResults.Accepted("/api/tft/crawler");
}

/// <summary>What is to be crawled; what is left out stays as it is.</summary>
public sealed record WantedPlan(IReadOnlyList<string?>? Platforms, IReadOnlyList<string?>? Queues, IReadOnlyList<string?>? Tiers)
{
    internal string? UnknownTier => Tiers?.FirstOrDefault(text => TierOf(text) is null);

    internal CrawlerPlan PlanBeside(CrawlerPlan now) => new(
        Platforms is null ? now.Platforms : [.. Platforms.Select(platform => (platform ?? "").Trim().ToLowerInvariant()).Distinct()],
        Queues is null ? now.Queues : [.. Queues.Select(queue => (queue ?? "").Trim().ToUpperInvariant()).Distinct()],
        Tiers is null ? now.Tiers : [.. Tiers.Select(TierOf).OfType<TftTier>().Distinct()]);

    // Numbers would be taken for tiers otherwise.
    private static TftTier? TierOf(string? text) =>
        Enum.GetValues<TftTier>().Cast<TftTier?>().FirstOrDefault(tier => string.Equals(text?.Trim(), tier.ToString(), StringComparison.OrdinalIgnoreCase));
}

/// <summary>The owner's word.</summary>
/// <param name="Confirm">Whether it is meant.</param>
public sealed record ConfirmedAct(bool Confirm = false);

/// <summary>How many items are tried again.</summary>
public sealed record RetriedWork(int Retried);

/// <summary>How the crawler stands, as JSON.</summary>
public sealed record CrawlerAnswer(
    CrawlerState State, string? Why, CrawlerPlan Plan, DateTimeOffset? CycleStartedAt, DateTimeOffset? NextCycleAt, OpenWork Open, int Stored, int Derived, double PerMinute,
    DateTimeOffset? NewestMatchAt, double? ExpectedSeconds, ImmutableArray<CrawlerFailure> Failures, ImmutableArray<SchemaDrift> Drift)
{
    internal static CrawlerAnswer Of(CrawlerView view) => new(
        view.State, view.Why, view.Plan, view.CycleStartedAt, view.NextCycleAt, new OpenWork(view.Ladders, view.Lists, view.Matches), view.Stored, view.Derived, Math.Round(view.PerMinute, 1),
        view.NewestMatchAt, view.Expected is { } expected ? Math.Round(expected.TotalSeconds) : null, view.Failures, view.Drift);
}

/// <summary>Work that the queue holds.</summary>
public sealed record OpenWork(int Ladders, int Lists, int Matches);
