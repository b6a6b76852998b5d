using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MnM.Collector.Tracking.Webhooks;

namespace MnM.Tests.Tracking.Webhooks;

/// <summary>A receiver of webhooks as a test says it answers.</summary>
internal sealed class Receiver : HttpMessageHandler
{
    private readonly List<Received> _got = [];

    /// <summary>What it answers; null never answers.</summary>
    public Func<Received, HttpResponseMessage?> Answer { get; set; } = _ => new HttpResponseMessage(HttpStatusCode.NoContent);

    /// <summary>All that was sent to it, taken or not.</summary>
    public IReadOnlyList<Received> Got
    {
        get { lock (_got) { return [.. _got]; } }
    }

    /// <summary>Numbers of all that was sent, in their order.</summary>
    public IEnumerable<long> Ids => Got.Select(received => received.Id);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var received = new Received(
            request.RequestUri!, request.Headers.ToDictionary(header => header.Key, header => header.Value.First()), await request.Content!.ReadAsByteArrayAsync(cancellationToken));
        lock (_got)
        {
            _got.Add(received);
        }

        if (Answer(received) is { } answer)
        {
            return answer;
        }

        var never = new TaskCompletionSource<HttpResponseMessage>();
        await using var end = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return await never.Task;
    }
}

/// <summary>A request that a receiver got.</summary>
internal sealed record Received(Uri Address, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public long Id => long.Parse(Headers[WebhookSender.EventHeader], System.Globalization.CultureInfo.InvariantCulture);

    public JsonNode Json => JsonNode.Parse(Encoding.UTF8.GetString(Body))!;
}

/// <summary>Encrypts so that a test can see it was done.</summary>
internal sealed class OpenVault : IWebhookVault
{
    public string Seal(string text) => "sealed:" + Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public string? Open(string sealedText) => sealedText.StartsWith("sealed:", StringComparison.Ordinal) ? Encoding.UTF8.GetString(Convert.FromBase64String(sealedText[7..])) : null;
}
