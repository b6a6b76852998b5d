using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Web.Status;

/// <summary>What MnM sees.</summary>
/// <param name="ClientRunning">Whether the game answers.</param>
/// <param name="ClientState">closed, in_game or post_game.</param>
/// <param name="CurrentGameId">Our id of the running game.</param>
/// <param name="ActivePlayerName">Who plays at this machine.</param>
/// <param name="Database">How much is stored.</param>
/// <param name="Sources">Where each source stands.</param>
public sealed record StatusAnswer(
    bool ClientRunning, string ClientState, long? CurrentGameId, string? ActivePlayerName, DatabaseStatus Database, SourceStatus Sources);

/// <summary>The database: bytes of its files, games and polls stored.</summary>
public sealed record DatabaseStatus(long Bytes, int Games, long Polls);

/// <summary>Live: starting, waiting, loading, in_game, lost, ended or not_shown. Lcu: not_watched. Riot: key_given or no_key.</summary>
public sealed record SourceStatus(string Live, string Lcu, string Riot);

/// <summary>GET /api/status.</summary>
public static class StatusApi
{
    /// <summary>Maps the endpoint.</summary>
    public static IEndpointRouteBuilder MapStatusApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/status", StatusAsync).WithTags("Status").WithName("GetStatus").WithSummary("What MnM sees, and how much it has stored.");
        return routes;
    }

    private static async Task<Ok<StatusAnswer>> StatusAsync(
        Feed<LiveState> feed, GameQueries games, IOptions<StorageOptions> storage, IOptions<RiotOptions> riot, CancellationToken cancellationToken)
    {
        var state = feed.Current;
        var (count, polls) = await games.CountAsync(cancellationToken);
        return TypedResults.Ok(new StatusAnswer(
            state.Connection is not (LiveConnection.Starting or LiveConnection.Waiting),
            Phase(state.Connection),
            state.RunningGame?.GameId,
            state.RunningGame?.ActivePlayer?.RiotId,
            new DatabaseStatus(Bytes(storage.Value.DatabasePath), count, polls),
            new SourceStatus(Word(state.Connection), "not_watched", riot.Value.ApiKey is null ? "no_key" : "key_given")));
    }

    private static string Phase(LiveConnection connection) => connection switch
    {
        LiveConnection.Starting or LiveConnection.Waiting => "closed",
        LiveConnection.Ended => "post_game",
        _ => "in_game",
    };

    private static string Word(LiveConnection connection) => connection switch
    {
        LiveConnection.InGame => "in_game",
        LiveConnection.NotShown => "not_shown",
        _ => connection.ToString().ToLowerInvariant(),
    };

    private static long Bytes(string database) =>
        new[] { database, database + "-wal" }.Select(file => new FileInfo(file)).Where(file => file.Exists).Sum(file => file.Length);
}
