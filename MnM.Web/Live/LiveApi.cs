using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Web.Security;

namespace MnM.Web.Live;

/// <summary>The watched games and the League client over HTTP.</summary>
public static class LiveApi
{
    private const int MostGames = 500;

    /// <summary>Maps /api/games, /api/games/{id}, /api/games/live and /api/client.</summary>
    public static IEndpointRouteBuilder MapLiveApi(this IEndpointRouteBuilder routes)
    {
        var games = routes.MapGroup("/api/games").WithTags("Games");
        games.MapGet("/", ListAsync).ForViewers().WithName("ListGames").WithSummary("Watched games, newest first; X-Total-Count says how many there are.");
        games.MapGet("/live", Live).ForViewers().WithName("GetLiveGame").WithSummary("The running game as of the last poll.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json").ProducesProblem(StatusCodes.Status404NotFound);
        games.MapGet("/{id:long}", FindAsync).ForViewers().HidesCustomGames().WithName("GetGame").WithSummary("One watched game with its people and events.");
        routes.MapGet("/api/client", Client).ForViewers().WithTags("Client").WithName("GetClient").WithSummary("What the League client shows: lobby, champ select, the statistics after a game.");
        return routes;
    }

    private static Ok<ClientAnswer> Client(Feed<LiveState> feed, SharedGames shared, ClaimsPrincipal visitor) => TypedResults.Ok(ClientAnswer.Of(shared.Of(feed.Current, visitor).Client));

    private static async Task<Results<Ok<IReadOnlyList<GameSummary>>, ProblemHttpResult>> ListAsync(
        GameQueries queries, SharedGames shared, ClaimsPrincipal visitor, HttpResponse response, CancellationToken cancellationToken, int limit = 20, int offset = 0)
    {
        if (limit is < 1 or > MostGames || offset < 0)
        {
            return TypedResults.Problem($"limit goes from 1 to {MostGames}, offset from 0.", statusCode: StatusCodes.Status400BadRequest);
        }

        var (games, total) = await queries.ListAsync(shared.OnlyMatched(visitor), limit, offset, cancellationToken);
        response.Headers["X-Total-Count"] = total.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return TypedResults.Ok<IReadOnlyList<GameSummary>>([.. games.Select(GameSummary.Of)]);
    }

    private static async Task<Results<Ok<GameAnswer>, ProblemHttpResult>> FindAsync(long id, GameQueries queries, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { Game: var game } details)
        {
            return TypedResults.Problem($"There is no game {id}", statusCode: StatusCodes.Status404NotFound);
        }

        return TypedResults.Ok(new GameAnswer(
            game.Id, game.RiotMatchId, game.GameMode, game.GameType, game.MapName, game.StartedAt, game.EndedAt, game.GameLengthSeconds, game.WinningTeam,
            game.IsLive, game.IsStarred, game.ImportedAt, details.Players, [.. details.Events.Select(told => new RawJson(told.Payload))]));
    }

    private static IResult Live(Feed<LiveState> feed, SharedGames shared, ClaimsPrincipal visitor, LiveMessages messages) =>
        shared.Of(feed.Current, visitor).RunningGame is { } game
            ? TypedResults.Bytes(messages.State(game), "application/json")
            : TypedResults.Problem("No active game", statusCode: StatusCodes.Status404NotFound);
}
