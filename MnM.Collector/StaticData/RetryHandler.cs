using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace MnM.Collector.StaticData;

/// <summary>Asks up to three times, ten seconds each, body included.</summary>
internal sealed class RetryHandler(TimeProvider time) : DelegatingHandler
{
    private const long LargestBody = 16 << 20;

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(500),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                .Handle<HttpRequestException>()
                .Handle<TimeoutRejectedException>()
                .HandleResult(response => response.StatusCode is >= HttpStatusCode.InternalServerError
                    or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests),
        })
        .AddTimeout(TimeSpan.FromSeconds(10))
        .Build();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await _pipeline.ExecuteAsync(
            async token =>
            {
                var response = await base.SendAsync(request, token);
                // Here and not in HttpClient, so that a body that breaks off is asked for again.
                try
                {
                    await response.Content.LoadIntoBufferAsync(LargestBody, token);
                    return response;
                }
                catch
                {
                    response.Dispose();
                    throw;
                }
            },
            cancellationToken);
}
