using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Collector.Live.Results;
using MnM.Web.Live;
using MnM.Web.Security;

namespace MnM.Web.Games;

/// <summary>The recordings of games over HTTP.</summary>
public static class GamesApi
{
    private const int MostPolls = 600;
    private const string Json = "application/json";

    /// <summary>Maps what lies below /api/games/{id}.</summary>
    public static IEndpointRouteBuilder MapGamesApi(this IEndpointRouteBuilder routes)
    {
        var game = routes.MapGroup("/api/games/{id:long}").HidesCustomGames().WithTags("Recordings");
        game.MapGet("/at/{seconds}", AtAsync).ForViewers().WithName("GetGameAt").WithSummary("The game at a second, in the shape of the running game.").ProducesJson();
        game.MapGet("/polls/{sequence}", PollAsync).WithName("GetPoll").WithSummary("A poll as the game answered it.").ProducesJson();
        game.MapGet("/snapshots", SnapshotsAsync).WithName("ListSnapshots").WithSummary("Stored polls as changes from one to the next.").ProducesJson();
        game.MapGet("/timeline", TimelineAsync).ForViewers().WithName("GetTimeline").WithSummary("What each player had every ten seconds.");
        game.MapGet("/match", MatchAsync).ForViewers().WithName("GetGameMatch").WithSummary("What Riot says of the game, or why it does not.");
        game.MapPost("/star", StarAsync).WithName("StarGame").WithSummary("Keeps the recording for ever.");
        game.MapDelete("/star", UnstarAsync).WithName("UnstarGame").WithSummary("Lets the recording go when it is old.");
        game.MapDelete("/recording", DeleteAsync).WithName("DeleteRecording").WithSummary("Deletes the recording; the game stays.");
        return routes;
    }

    private static RouteHandlerBuilder ProducesJson(this RouteHandlerBuilder route) => route
        .Produces(StatusCodes.Status200OK, contentType: Json).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status500InternalServerError);

    private static Task<IResult> AtAsync(long id, double seconds, GameReplay replay, CancellationToken cancellationToken) => ReadAsync(async () =>
        !double.IsFinite(seconds)
            ? TypedResults.Problem("seconds is a number.", statusCode: StatusCodes.Status400BadRequest)
            : await replay.ViewAtAsync(id, seconds, cancellationToken) is { } view
                ? TypedResults.Bytes(LiveMessages.Recorded(view), Json)
                : NotFound($"Game {id} has no poll at or before second {seconds.ToString(CultureInfo.InvariantCulture)}"));

    private static Task<IResult> PollAsync(long id, int sequence, GameReplay replay, CancellationToken cancellationToken) => ReadAsync(async () =>
        await replay.FindAsync(id, sequence, cancellationToken) is { } poll
            ? TypedResults.Bytes(poll.Response, Json)
            : NotFound($"Game {id} has no poll {sequence}"));

    private static Task<IResult> SnapshotsAsync(
        long id, GameReplay replay, GameQueries queries, CancellationToken cancellationToken, int from = 0, int? to = null) => ReadAsync(async () =>
    {
        var last = to ?? (int)Math.Min((long)from + MostPolls - 1, int.MaxValue);
        if (from < 0 || last < from || (long)last - from >= MostPolls)
        {
            return TypedResults.Problem($"from and to are numbers of polls, at most {MostPolls} of them.", statusCode: StatusCodes.Status400BadRequest);
        }

        return await queries.ExistsAsync(id, cancellationToken)
            ? TypedResults.Bytes(Write(await replay.ChangesAsync(id, from, last, cancellationToken)), Json)
            : NotFound($"There is no game {id}");
    });

    private static async Task<Results<Ok<IReadOnlyList<TimelineRow>>, ProblemHttpResult>> TimelineAsync(
        long id, GameQueries queries, CancellationToken cancellationToken) => await queries.ExistsAsync(id, cancellationToken)
        ? TypedResults.Ok(await queries.TimelineAsync(id, cancellationToken))
        : NotFound($"There is no game {id}");

    private static async Task<Results<Ok<GameMatchAnswer>, ProblemHttpResult>> MatchAsync(
        long id, GameQueries queries, GameOutcomeQueries outcomes, CancellationToken cancellationToken) => await queries.FindAsync(id, cancellationToken) is { Game: var game, Players: var people }
        ? TypedResults.Ok(GameMatchAnswer.Of(game, people, await outcomes.FindAsync(game, cancellationToken)))
        : NotFound($"There is no game {id}");

    private static async Task<Results<NoContent, ProblemHttpResult>> StarAsync(long id, RecordingStore store, CancellationToken cancellationToken) =>
        await store.StarAsync(id, starred: true, cancellationToken) ? TypedResults.NoContent() : NotFound($"There is no game {id}");

    private static async Task<Results<NoContent, ProblemHttpResult>> UnstarAsync(long id, RecordingStore store, CancellationToken cancellationToken) =>
        await store.StarAsync(id, starred: false, cancellationToken) ? TypedResults.NoContent() : NotFound($"There is no game {id}");

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(long id, RecordingStore store, CancellationToken cancellationToken) =>
        await store.DeleteAsync(id, cancellationToken) switch
        {
            RecordingDeletion.Deleted => TypedResults.NoContent(),
            RecordingDeletion.Running => TypedResults.Problem($"Game {id} still runs.", statusCode: StatusCodes.Status409Conflict),
            RecordingDeletion.Starred => TypedResults.Problem(
                $"A star keeps the recording of game {id}: take it away first (DELETE /api/games/{id}/star).", statusCode: StatusCodes.Status409Conflict),
            _ => NotFound($"There is no game {id}"),
        };

    /// <summary>A damaged part of a recording is named; all others stay readable.</summary>
    private static async Task<IResult> ReadAsync(Func<Task<IResult>> read)
    {
        try
        {
            return await read();
        }
        catch (FormatException fault)
        {
            return TypedResults.Problem(fault.Message, statusCode: StatusCodes.Status500InternalServerError);
        }
    }

    private static ProblemHttpResult NotFound(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);

    private static ReadOnlyMemory<byte> Write(IReadOnlyList<RecordedChange> changes)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var (moment, delta) in changes)
            {
                writer.WriteStartObject();
                writer.WriteNumber("sequence", moment.Sequence);
                writer.WriteNumber("game_time_seconds", moment.GameTime);
                writer.WriteString("polled_at", moment.PolledAt);
                writer.WriteBoolean("keyframe", delta is null);
                writer.WritePropertyName("delta");
                if (delta is { } change)
                {
                    writer.WriteRawValue(change.Span, skipInputValidation: true);
                }
                else
                {
                    writer.WriteNullValue();
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return buffer.WrittenMemory;
    }
}
