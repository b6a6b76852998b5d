using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.Tracking.Webhooks;

namespace MnM.Web.Tracking;

/// <summary>A webhook to add: the format by the address where it is left out, a secret made where it is.</summary>
public sealed record NewWebhook(string? Url, string? Format, string? Secret);

/// <summary>A webhook that was added; the secret stands here this once, and only where MnM made it.</summary>
public sealed record AddedWebhookAnswer(long Id, string? Secret);

/// <summary>What a receiver said to an event that only tries it.</summary>
public sealed record TriedWebhookAnswer(bool Taken, string? Reason);

/// <summary>Webhooks over HTTP.</summary>
public static class WebhooksApi
{
    /// <summary>Maps /api/tracking/webhooks.</summary>
    public static IEndpointRouteBuilder MapWebhooksApi(this IEndpointRouteBuilder routes)
    {
        var hooks = routes.MapGroup("/api/tracking/webhooks").WithTags("Webhooks");
        hooks.MapGet("", ListAsync).WithName("ListWebhooks").WithSummary("Where events are sent, and how that goes.");
        hooks.MapPost("", AddAsync).WithName("AddWebhook").WithSummary("Sends events to an address from now on.");
        hooks.MapPost("/{webhook:long}/pause", PauseAsync).WithName("PauseWebhook").WithSummary("Sends nothing until it goes on.");
        hooks.MapPost("/{webhook:long}/resume", ResumeAsync).WithName("ResumeWebhook").WithSummary("Goes on with the first event that was not taken.");
        hooks.MapPost("/{webhook:long}/test", TestAsync).WithName("TryWebhook").WithSummary("Sends an event that tells nothing.");
        hooks.MapDelete("/{webhook:long}", RemoveAsync).WithName("RemoveWebhook").WithSummary("Sends no events there any more.");
        return routes;
    }

    private static async Task<Ok<ImmutableArray<WebhookView>>> ListAsync(WebhookStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(await store.ListAsync(cancellationToken));

    private static async Task<Results<Created<AddedWebhookAnswer>, ProblemHttpResult>> AddAsync(NewWebhook hook, WebhookStore store, CancellationToken cancellationToken)
    {
        WebhookFormat? format = hook.Format?.ToUpperInvariant() switch
        {
            "JSON" => WebhookFormat.Json,
            "DISCORD" => WebhookFormat.Discord,
            _ => null,
        };
        if (format is null && !string.IsNullOrEmpty(hook.Format))
        {
            return TypedResults.Problem("format is json or discord.", statusCode: StatusCodes.Status400BadRequest);
        }

        var added = await store.AddAsync(hook.Url, format, hook.Secret, cancellationToken);
        return added.Id is { } id
            ? TypedResults.Created("/api/tracking/webhooks", new AddedWebhookAnswer(id, added.Secret))
            : TypedResults.Problem(added.Fault, statusCode: StatusCodes.Status400BadRequest);
    }

    private static Task<Results<NoContent, ProblemHttpResult>> PauseAsync(long webhook, WebhookStore store, CancellationToken cancellationToken) =>
        ChangeAsync(webhook, store.PauseAsync(webhook, cancellationToken));

    private static Task<Results<NoContent, ProblemHttpResult>> ResumeAsync(long webhook, WebhookStore store, CancellationToken cancellationToken) =>
        ChangeAsync(webhook, store.ResumeAsync(webhook, cancellationToken));

    private static Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(long webhook, WebhookStore store, CancellationToken cancellationToken) =>
        ChangeAsync(webhook, store.RemoveAsync(webhook, cancellationToken));

    private static async Task<Results<Ok<TriedWebhookAnswer>, ProblemHttpResult>> TestAsync(long webhook, WebhookStore store, CancellationToken cancellationToken) =>
        await store.TestAsync(webhook, cancellationToken) switch
        {
            null => NotFound(webhook),
            WebhookAnswer.Refused { Reason: var reason } => TypedResults.Ok(new TriedWebhookAnswer(Taken: false, reason)),
            WebhookAnswer.Gone { Reason: var reason } => TypedResults.Ok(new TriedWebhookAnswer(Taken: false, reason)),
            _ => TypedResults.Ok(new TriedWebhookAnswer(Taken: true, Reason: null)),
        };

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangeAsync(long webhook, Task<bool> change) =>
        await change ? TypedResults.NoContent() : NotFound(webhook);

    private static ProblemHttpResult NotFound(long webhook) => TypedResults.Problem($"There is no webhook {webhook}", statusCode: StatusCodes.Status404NotFound);
}
