using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace MnM.Tests.Riot;

/// <summary>Riot's API as a test says it answers, by path and query.</summary>
internal sealed class StubRiot(Func<string, HttpResponseMessage?> answer) : HttpMessageHandler
{
    private readonly ConcurrentQueue<(string Address, string? Key)> _asked = [];

    /// <summary>Addresses that were asked, in their order.</summary>
    public IReadOnlyList<string> Asked => [.. _asked.Select(one => one.Address)];

    /// <summary>How many there were.</summary>
    public int Count => _asked.Count;

    /// <summary>The keys they were asked with.</summary>
    public IReadOnlyList<string?> Keys => [.. _asked.Select(one => one.Key)];

    /// <summary>Every question has the same answer.</summary>
    public static StubRiot Always(HttpStatusCode status, string body = "{}") => new(_ => Answer(status, body));

    public static HttpResponseMessage Answer(HttpStatusCode status, string body = "{}", params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        foreach (var (name, value) in (IEnumerable<(string, string)>)
            [("X-App-Rate-Limit", "2000:1"), ("X-App-Rate-Limit-Count", "1:1"), ("X-Method-Rate-Limit", "2000:1"), ("X-Method-Rate-Limit-Count", "1:1"), .. headers])
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _asked.Enqueue((request.RequestUri!.AbsoluteUri, request.Headers.TryGetValues("X-Riot-Token", out var keys) ? string.Join(',', keys) : null));
        if (answer(request.RequestUri.PathAndQuery) is { } response)
        {
            return response;
        }

        // Never answers.
        var never = new TaskCompletionSource<HttpResponseMessage>();
        await using var end = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return await never.Task;
    }
}
