using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace MnM.Collector.Tft.Analytics.ClickHouse;

/// <summary>Talks to a ClickHouse server over HTTP. Whatever goes wrong is a <see cref="TftAnalyticsException"/> that names the server and ClickHouse's code. https://clickhouse.com/docs/interfaces/http</summary>
internal sealed partial class ClickHouseClient(IHttpClientFactory clients, IOptions<AnalyticsOptions> options)
{
    /// <summary>The HTTP client's name.</summary>
    public const string Client = "clickhouse";

    private const int LongestQuerySeconds = 30;

    /// <summary>Host and port, for people.</summary>
    public string Host => Address.Authority;

    private Uri Address => options.Value.ClickHouse!;

    /// <summary>The answer to a question, in the format that it asks for. ClickHouse itself keeps it from changing anything.</summary>
    public async Task<byte[]> AskAsync(string sql, CancellationToken cancellationToken)
    {
        // Compressed where a network is between: on one machine the seven megabytes of all comps cost more to pack and unpack than to hand over.
        var packed = Address.IsLoopback ? 0 : 1;

        // A table of few long rows is read by several threads too. "readonly" is the last of the settings: those after it would count as changes.
        using var response = await SendAsync(
            Text($"wait_end_of_query=1&enable_http_compression={packed}&max_execution_time={LongestQuerySeconds}&merge_tree_min_rows_for_concurrent_read=1024&readonly=1"), new StringContent(sql, Encoding.UTF8), cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    /// <summary>The server's version, for people.</summary>
    public async Task<string> ReadVersionAsync(CancellationToken cancellationToken) => new RowBinaryReader(await AskAsync("SELECT version() FORMAT RowBinary", cancellationToken)).Text();

    /// <summary>Does something that has no answer.</summary>
    public async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        using var response = await SendAsync("wait_end_of_query=1", new StringContent(sql, Encoding.UTF8), cancellationToken);
    }

    /// <summary>Stores rows: all of them or, where less than the whole body arrives, none.</summary>
    /// <param name="into">The table and its columns.</param>
    /// <param name="queryId">By which the server knows whether it is still at it.</param>
    /// <param name="packed">RowBinary, compressed by gzip, whose end the server misses where the body is cut off.</param>
    /// <param name="cancellationToken">Ends the waiting; the server may store the rows all the same.</param>
    public async Task InsertAsync(string into, string queryId, ReadOnlyMemory<byte> packed, CancellationToken cancellationToken)
    {
        var body = new ReadOnlyMemoryContent(packed);
        body.Headers.ContentEncoding.Add("gzip");
        using var response = await SendAsync($"query_id={queryId}&query={Uri.EscapeDataString($"INSERT INTO {into} FORMAT RowBinary")}", body, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(string parameters, HttpContent body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new UriBuilder(Address.Scheme, Address.Host, Address.Port) { Query = Database() + parameters }.Uri) { Content = body };
        if (Address.UserInfo.Length > 0)
        {
            var user = Uri.UnescapeDataString(Address.UserInfo);
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user.Contains(':', StringComparison.Ordinal) ? user : user + ":")));
        }

        HttpResponseMessage? response = null;
        try
        {
            response = await clients.CreateClient(Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw new TftAnalyticsException(Refusal(await response.Content.ReadAsStringAsync(cancellationToken)));
            }

            return response;
        }
        catch (Exception fault)
        {
            response?.Dispose();
            throw Told(fault, cancellationToken);
        }
    }

    private async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (Exception fault)
        {
            throw Told(fault, cancellationToken);
        }
    }

    private Exception Told(Exception fault, CancellationToken cancellationToken) => fault switch
    {
        OperationCanceledException when !cancellationToken.IsCancellationRequested => new TftAnalyticsException($"ClickHouse at {Host} did not answer in time.", fault),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new TftAnalyticsException($"There is no host {Address.Host}, where ClickHouse should be.", fault),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new TftAnalyticsException($"The certificate of ClickHouse at {Host} is not trusted.", fault),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => new TftAnalyticsException($"ClickHouse at {Host} cannot be reached.", fault),
        HttpRequestException or IOException => new TftAnalyticsException($"The connection to ClickHouse at {Host} broke off.", fault),
        _ => fault,
    };

    /// <summary>Without the server's own words, which repeat the query.</summary>
    private string Refusal(string words) => Code().Match(words) is not { Success: true } match
        ? $"What answers at {Host} is no ClickHouse, or something between refuses."
        : Text($"ClickHouse at {Host} refuses: {Meaning(match.Groups[1].Value)} (code {match.Groups[1].Value}).");

    private static string Meaning(string code) => code switch
    {
        "60" => "the table of the rows is gone",
        "81" => "there is no such database",
        "159" or "160" => "the question takes too long",
        "164" or "291" or "497" => "the user may not do that",
        "192" or "193" or "194" or "195" or "516" => "user or password are wrong",
        "202" => "it has too much to do",
        "241" => "it has too little memory",
        "243" => "its disk is full",
        _ => "it cannot do what was asked",
    };

    private string Database() => Address.AbsolutePath.Trim('/') is { Length: > 0 } database ? $"database={database}&" : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^Code: ([0-9]{1,6})[.,]")]
    private static partial Regex Code();
}
