using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using MnM.Collector.Backplane.Outbox;

namespace MnM.Collector.Tracking.Webhooks;

/// <summary>Sends one event to one receiver.</summary>
internal sealed class WebhookSender(IHttpClientFactory clients, IWebhookVault vault, WebhookMessages messages, TimeProvider time)
{
    /// <summary>The client's name.</summary>
    public const string Client = "webhooks";

    /// <summary>Number of the event: a receiver that has it already may forget it.</summary>
    public const string EventHeader = "X-MnM-Event";

    /// <summary>When it was sent, in seconds since 1970: a receiver may refuse what is old.</summary>
    public const string TimestampHeader = "X-MnM-Timestamp";

    /// <summary>sha256= and HMAC-SHA256 of timestamp, a point and the body, by the secret.</summary>
    public const string SignatureHeader = "X-MnM-Signature";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<WebhookAnswer> SendAsync(Webhook hook, OutboxEvent told, CancellationToken cancellationToken)
    {
        if (vault.Open(hook.SealedUrl) is not { } url || vault.Open(hook.SealedSecret) is not { } secret)
        {
            return new WebhookAnswer.Gone("The address cannot be decrypted any more. Remove the webhook and add it again.");
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var request = Request(url, secret, told.Id, messages.Write(hook.Format, told));

            // What the receiver has to say is not read: only the status counts, and its text could be endless.
            using var response = await clients.CreateClient(Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return WebhookRules.Judge(response.StatusCode, Wait(response.Headers.RetryAfter));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebhookAnswer.Refused("The receiver did not answer within 10 seconds.");
        }
        catch (HttpRequestException fault)
        {
            return new WebhookAnswer.Refused(fault.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => "The receiver's name leads nowhere.",
                HttpRequestError.ConnectionError => "The receiver cannot be reached.",
                HttpRequestError.SecureConnectionError => "The receiver's certificate is not trusted.",
                _ => "The connection to the receiver broke off.",
            });
        }
    }

    private HttpRequestMessage Request(string url, string secret, long id, byte[] body)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json, "utf-8");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("MnM", "1"));
        request.Headers.Add(EventHeader, id.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(TimestampHeader, timestamp);
        request.Headers.Add(SignatureHeader, $"sha256={Sign(secret, timestamp, body)}");
        return request;
    }

    internal static string Sign(string secret, string timestamp, byte[] body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes($"{timestamp}."), .. body]));

    private TimeSpan? Wait(RetryConditionHeaderValue? told) => told?.Delta ?? (told?.Date is { } date ? date - time.GetUtcNow() : null);
}
