using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Text;
using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Live.Lcu;

/// <summary>What the League client answered.</summary>
internal abstract record LcuAnswer
{
    /// <summary>A body with status 200; the receiver disposes it.</summary>
    public sealed record Body(JsonDocument Document) : LcuAnswer;

    /// <summary>404: there is no such thing now, for example no lobby.</summary>
    public sealed record Nothing : LcuAnswer;

    /// <summary>401 or 403: the password has changed.</summary>
    public sealed record Denied : LcuAnswer;

    /// <summary>No usable answer; the sentence is for people.</summary>
    public sealed record Faulty(string Message) : LcuAnswer;
}

/// <summary>
/// Asks the League client's local interface (LCU). Riot gives no guarantees for it and wants to know the paths in use: they are the constants here.
/// https://developer.riotgames.com/docs/lol#league-client-api
/// </summary>
internal sealed class LcuClient(HttpMessageInvoker http, AnswerLog answers, TimeProvider time)
{
    /// <summary>A JSON string: the gameflow phase.</summary>
    public const string Phase = "/lol-gameflow/v1/gameflow-phase";

    /// <summary>The game to come or running, with its number and queue.</summary>
    public const string Session = "/lol-gameflow/v1/session";
    public const string Lobby = "/lol-lobby/v2/lobby";
    public const string ChampSelect = "/lol-champ-select/v1/session";
    public const string EndOfGame = "/lol-end-of-game/v1/eog-stats-block";

    /// <summary>Who is logged in.</summary>
    public const string Account = "/lol-summoner/v1/current-summoner";

    /// <summary>Which platform the client plays on.</summary>
    public const string Region = "/riotclient/region-locale";

    /// <summary>A whole answer must have arrived after this time.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    private const int MostBytes = 8 * 1024 * 1024;

    /// <summary>One GET; never throws for what the other side does.</summary>
    public async Task<LcuAnswer> FetchAsync(ClientAddress address, string path, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var answer = await AskAsync(address, path, cancellationToken);
        var (status, fault, bytes) = answer switch
        {
            LcuAnswer.Body body => (200, null, body.Document.RootElement.Raw().Length),
            LcuAnswer.Nothing => (404, null, 0),
            LcuAnswer.Faulty faulty => (0, faulty.Message, 0),
            _ => (401, "The password of the lockfile is refused.", 0),
        };
        answers.Add(AnswerSource.Client, path, status, fault, time.GetElapsedTime(start), bytes);
        return answer;
    }

    private async Task<LcuAnswer> AskAsync(ClientAddress address, string path, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address.Url, path));
        request.Headers.Authorization = Credentials(address);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => new LcuAnswer.Body(await ReadAsync(response, either.Token)),
                HttpStatusCode.NotFound => new LcuAnswer.Nothing(),
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new LcuAnswer.Denied(),
                _ => new LcuAnswer.Faulty($"The League client answered with status {(int)response.StatusCode}."),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new LcuAnswer.Faulty($"The League client did not answer within {Timeout.TotalSeconds:0} s.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException)
        {
            return new LcuAnswer.Faulty(Message(fault));
        }
    }

    /// <summary>The header that the client wants on each request.</summary>
    public static AuthenticationHeaderValue Credentials(ClientAddress address) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"riot:{address.Password}")));

    /// <summary>A fault of the connection in words for people.</summary>
    public static string Message(Exception fault) => fault switch
    {
        { InnerException: AuthenticationException } => "The program on the League client's port is not the client: its certificate does not come from the trusted root.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "The League client's port does not answer.",
        JsonException => $"The League client's answer is not JSON: {fault.Message}",
        _ => $"The League client's answer broke off: {fault.Message}",
    };

    private static async Task<JsonDocument> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > MostBytes)
        {
            throw new IOException($"it is larger than {MostBytes / 1024 / 1024} MB");
        }

        await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
    }
}
