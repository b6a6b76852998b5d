using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector;
using MnM.Collector.Insights;
using MnM.Web.Security;

namespace MnM.Web.Insights;

/// <summary>Tells how an insight comes to be, as server-sent events: each step, each sentence when it has been checked, now and then all the same, and the whole at the end.</summary>
public sealed class InsightEvents(Feed<InsightsUnderWay> states, InsightDesk desk, IHostApplicationLifetime lifetime, TimeProvider time)
{
    /// <summary>Whoever hears nothing for longer takes the connection for dead.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>Maps the streams of matches and players.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/matches/{id}/insights/stream", MatchAsync).ForViewers().WithTags("Insights").WithName("StreamMatchInsight")
            .WithSummary("How the insight of a match comes to be, as server-sent events.");
        routes.MapGet("/api/players/{player}/insights/stream", PlayerAsync).ForViewers().WithTags("Insights").WithName("StreamPlayerInsight")
            .WithSummary("How the insight of a player comes to be, as server-sent events.");
    }

    /// <summary>The events of an insight, from how it stands now to its end.</summary>
    public async IAsyncEnumerable<SseItem<InsightStateAnswer>> FollowAsync(InsightSubject subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Otherwise those who follow would hold MnM up when it stops.
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        await using var values = states.WatchAsync(ended.Token).GetAsyncEnumerator(ended.Token);
        var next = values.MoveNextAsync().AsTask();
        try
        {
            InsightProgress? told = null;
            while (true)
            {
                // The feed knows more than the row: what is written and checked by now.
                var now = states.Current.ByKey.GetValueOrDefault(subject.Key);
                var answer = now is null ? await desk.FindAsync(subject, cancellationToken) : new InsightAnswer.Waiting(now, null);
                if (answer is not InsightAnswer.Waiting waiting)
                {
                    yield return Item(subject, answer, "end");
                    yield break;
                }

                if (waiting.Progress != told)
                {
                    told = waiting.Progress;
                    yield return Item(subject, waiting, "progress");
                }

                switch (await WaitAsync(next))
                {
                    case true:
                        next = values.MoveNextAsync().AsTask();
                        break;
                    case null:
                        told = null;
                        break;
                    case false:
                        yield break;
                }
            }
        }
        finally
        {
            // A reader may leave at any event, while the next one is waited for.
            await ended.CancelAsync();
            await WaitAsync(next);
        }
    }

    private static async Task<Results<ServerSentEventsResult<InsightStateAnswer>, ProblemHttpResult>> MatchAsync(
        string id, string? participant, ClaimsPrincipal visitor, InsightSubjects subjects, InsightEvents events, CancellationToken cancellationToken) =>
        await subjects.OfMatchAsync(id, participant, isWanted: false, visitor, cancellationToken) switch
        {
            (null, var problem) => problem!,
            (var subject, _) => TypedResults.ServerSentEvents(events.FollowAsync(subject, cancellationToken).Select(item => new SseItem<InsightStateAnswer>(item.Data.For(visitor), item.EventType))),
        };

    private static async Task<Results<ServerSentEventsResult<InsightStateAnswer>, ProblemHttpResult>> PlayerAsync(
        string player, string? games, ClaimsPrincipal visitor, InsightSubjects subjects, InsightEvents events, CancellationToken cancellationToken) =>
        await subjects.OfPlayerAsync(player, games, visitor, cancellationToken) switch
        {
            (null, var problem) => problem!,
            (var subject, _) => TypedResults.ServerSentEvents(events.FollowAsync(subject, cancellationToken).Select(item => new SseItem<InsightStateAnswer>(item.Data.For(visitor), item.EventType))),
        };

    private static SseItem<InsightStateAnswer> Item(InsightSubject subject, InsightAnswer answer, string kind) => new(InsightStateAnswer.Of(subject, answer), kind);

    /// <summary>Whether there is something new; null after a while without, false when the reader has left or MnM stops.</summary>
    private async Task<bool?> WaitAsync(Task<bool> next)
    {
        try
        {
            return await next.WaitAsync(Longest, time);
        }
        catch (TimeoutException)
        {
            return null;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
