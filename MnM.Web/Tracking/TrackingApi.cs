using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector;
using MnM.Collector.Tracking;
using MnM.Collector.Tracking.Friends;
using MnM.Collector.Tracking.Health;
using MnM.Web.Security;

namespace MnM.Web.Tracking;

/// <summary>Friends and their games over HTTP.</summary>
public static class TrackingApi
{
    private const int MostGames = 500;

    /// <summary>Maps what lies below /api/tracking, but for webhooks.</summary>
    public static IEndpointRouteBuilder MapTrackingApi(this IEndpointRouteBuilder routes)
    {
        var tracking = routes.MapGroup("/api/tracking").WithTags("Tracking");
        tracking.MapGet("/players", PlayersAsync).ForViewers().WithName("ListTrackedPlayers").WithSummary("Friends whose games are followed, and what they play.");
        tracking.MapPost("/players", AddAsync).WithName("TrackPlayer").WithSummary("Follows the games of a player from now on.");
        tracking.MapPost("/players/{player:long}/pause", PauseAsync).WithName("PauseTrackedPlayer").WithSummary("Asks nothing about a player until it goes on.");
        tracking.MapPost("/players/{player:long}/resume", ResumeAsync).WithName("ResumeTrackedPlayer").WithSummary("Goes on; what was played meanwhile is found.");
        tracking.MapDelete("/players/{player:long}", RemoveAsync).WithName("UntrackPlayer").WithSummary("Follows a player no longer; known games stay.");
        tracking.MapGet("/games", GamesAsync).ForViewers().WithName("ListTrackedGames").WithSummary("Games of friends, found last first.");
        tracking.MapGet("/metrics", MetricsAsync).WithName("GetTrackingMetrics").WithSummary("How well games of friends are found and completed.");
        return routes;
    }

    private static async Task<Ok<List<TrackedPlayerAnswer>>> PlayersAsync(
        FriendsQueries friends, Feed<TrackingState> states, CustomGames customs, ClaimsPrincipal visitor, CancellationToken cancellationToken)
    {
        var (state, view) = (states.Current, await friends.ReadAsync(cancellationToken));
        var shown = visitor.IsOwner() ? view : await friends.ForViewersAsync(view, cancellationToken);
        return TypedResults.Ok(shown.Friends.Select(friend => customs.AreShownTo(visitor) ? friend : friend.WithoutCustomGame())
            .Select(friend => visitor.IsOwner() ? TrackedPlayerAnswer.Of(friend, state) : TrackedPlayerAnswer.Of(friend, state) with { AskedLol = null, AskedTft = null }).ToList());
    }

    private static async Task<Results<Created<AddedPlayerAnswer>, ProblemHttpResult>> AddAsync(NewPlayer player, TrackingStore store, CancellationToken cancellationToken)
    {
        if (player.Whole is not { } riotId)
        {
            return TypedResults.Problem("The body names riotId, or gameName and tagLine.", statusCode: StatusCodes.Status400BadRequest);
        }

        return await store.AddAsync(riotId, string.IsNullOrWhiteSpace(player.Region) ? null : player.Region.Trim(), cancellationToken) switch
        {
            AddedPlayer.Added added => TypedResults.Created($"/api/tracking/games?player={added.PlayerId}", new AddedPlayerAnswer(added.PlayerId, added.RiotId, added.Platform)),
            var refused => TypedResults.Problem(refused.Sentence, statusCode: refused switch
            {
                AddedPlayer.NoRiotId => StatusCodes.Status400BadRequest,
                AddedPlayer.Nobody => StatusCodes.Status404NotFound,
                AddedPlayer.Known => StatusCodes.Status409Conflict,
                AddedPlayer.NoPlatform => StatusCodes.Status422UnprocessableEntity,
                _ => StatusCodes.Status503ServiceUnavailable,
            }),
        };
    }

    private static Task<Results<NoContent, ProblemHttpResult>> PauseAsync(long player, TrackingStore store, CancellationToken cancellationToken) =>
        ChangeAsync(player, store.PauseAsync(player, cancellationToken));

    private static Task<Results<NoContent, ProblemHttpResult>> ResumeAsync(long player, TrackingStore store, CancellationToken cancellationToken) =>
        ChangeAsync(player, store.ResumeAsync(player, cancellationToken));

    private static Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(long player, TrackingStore store, CancellationToken cancellationToken) =>
        ChangeAsync(player, store.RemoveAsync(player, cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangeAsync(long player, Task<bool> change) => await change
        ? TypedResults.NoContent()
        : TypedResults.Problem($"No player with the number {player} is tracked", statusCode: StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<List<TrackedGameAnswer>>, ProblemHttpResult>> GamesAsync(
        TrackedGameQueries games, HiddenGames hidden, CustomGames customs, ClaimsPrincipal visitor, CancellationToken cancellationToken, long? player = null, string? status = null, DateTimeOffset? after = null, int limit = 50)
    {
        if (limit is < 1 or > MostGames)
        {
            return TypedResults.Problem($"limit must be between 1 and {MostGames}.", statusCode: StatusCodes.Status400BadRequest);
        }

        GameStatus? wanted = null;
        if (status is not null)
        {
            // Numbers would be taken for statuses otherwise.
            wanted = Enum.GetValues<GameStatus>().Cast<GameStatus?>().FirstOrDefault(known => status.Equals(known.ToString(), StringComparison.OrdinalIgnoreCase));
            if (wanted is null)
            {
                return TypedResults.Problem(
                    $"status is one of {string.Join(", ", Enum.GetValues<GameStatus>().Select(TrackedGameAnswer.Capitals))}.", statusCode: StatusCodes.Status400BadRequest);
            }
        }

        var filter = new TrackedGameFilter(player, wanted, after, limit) { WithoutCustom = !customs.AreShownTo(visitor), Without = visitor.IsOwner() ? [] : await hidden.ReadAsync(cancellationToken) };
        var rows = await games.ReadAsync(filter, cancellationToken);
        return TypedResults.Ok(rows.Select(TrackedGameAnswer.Of).Select(game => visitor.IsOwner() ? game : game with { LastError = null }).ToList());
    }

    private static async Task<Ok<TrackingMetricsAnswer>> MetricsAsync(TrackingMetricsQueries metrics, CancellationToken cancellationToken) =>
        TypedResults.Ok(TrackingMetricsAnswer.Of(await metrics.ReadAsync(cancellationToken)));
}
