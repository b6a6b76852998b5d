using System.Data.Common;
using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Collector.Live.Recording;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Storage;

namespace MnM.Web.Status;

/// <summary>What MnM sees.</summary>
/// <param name="ClientRunning">Whether the League client or a game runs.</param>
/// <param name="ClientState">closed, client_open, lobby, champ_select, in_game or post_game.</param>
/// <param name="RawPhase">Riot's own word (gameflow phase); null where no client tells one.</param>
/// <param name="Since">Since when both are so, UTC.</param>
/// <param name="CurrentGameId">Our id of the running game.</param>
/// <param name="ActivePlayerName">Who plays at this machine.</param>
/// <param name="Database">How much is stored.</param>
/// <param name="Sources">Where each source stands.</param>
public sealed record StatusAnswer(
    bool ClientRunning, GamePhase ClientState, string? RawPhase, DateTimeOffset? Since, long? CurrentGameId, string? ActivePlayerName,
    DatabaseStatus Database, SourceStatus Sources);

/// <summary>The database: bytes of its files, games and polls stored.</summary>
public sealed record DatabaseStatus(long Bytes, int Games, long Polls);

/// <summary>Live: starting, waiting, loading, in_game, lost, ended or not_shown. Lcu: absent, unreachable, connected or no_permission. Riot: key_given or no_key.</summary>
public sealed record SourceStatus(LiveConnection Live, ClientConnection Lcu, string Riot);

/// <summary>What MnM sees, over HTTP.</summary>
public static class StatusApi
{
    /// <summary>Maps /api/status and /api/status/report.</summary>
    public static IEndpointRouteBuilder MapStatusApi(this IEndpointRouteBuilder routes)
    {
        var status = routes.MapGroup("/api/status").WithTags("Status");
        status.MapGet("/", StatusAsync).WithName("GetStatus").WithSummary("What MnM sees, and how much it has stored.");
        status.MapGet("/report", ReportAsync).WithName("GetStatusReport").WithSummary("The status as text for a bug report; it names nobody.");
        return routes;
    }

    private static async Task<Ok<StatusAnswer>> StatusAsync(
        Feed<LiveState> feed, GameQueries games, DatabaseInspector database, RiotKeys keys, CancellationToken cancellationToken)
    {
        var state = feed.Current;
        var (count, polls) = await games.CountAsync(cancellationToken);
        return TypedResults.Ok(new StatusAnswer(
            state.Client.Connection != ClientConnection.Absent || state.Connection is not (LiveConnection.Starting or LiveConnection.Waiting),
            state.Phase.Phase,
            state.Phase.Raw,
            state.Phase.Since == default ? null : state.Phase.Since,
            state.RunningGame?.GameId,
            state.RunningGame?.ActivePlayer?.RiotId,
            new DatabaseStatus(database.Bytes, count, polls),
            new SourceStatus(state.Connection, state.Client.Connection, keys.Changes.Current.League ? "key_given" : "no_key")));
    }

    private static async Task<ContentHttpResult> ReportAsync(
        Feed<LiveState> feed, AnswerLog answers, GameRecorder recorder, StatusReader reader, IOptions<LiveOptions> live, TimeProvider time,
        CancellationToken cancellationToken)
    {
        StatusFacts? facts = null;
        try
        {
            facts = await reader.ReadAsync(cancellationToken);
        }
        catch (DbException)
        {
            // That is worth a line of the report, and the rest is all the more wanted.
        }

        var text = StatusReport.Of(feed.Current, answers, facts, recorder.Fault, live.Value, time.GetUtcNow());
        return TypedResults.Text(text, MediaTypeNames.Text.Plain, Encoding.UTF8);
    }
}
