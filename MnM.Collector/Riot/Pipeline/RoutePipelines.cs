using System.Collections.Concurrent;
using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace MnM.Collector.Riot.Pipeline;

/// <summary>
/// Asks again where Riot's servers fail or do not answer, a little later each time, and leaves a route alone for a while where most fails there.
/// </summary>
internal sealed class RoutePipelines(TimeProvider time)
{
    private static readonly PredicateBuilder<HttpResponseMessage> Fails = new PredicateBuilder<HttpResponseMessage>()
        .Handle<HttpRequestException>()
        .Handle<IOException>()

        // A compressed answer that ends too early.
        .Handle<InvalidDataException>()
        .Handle<TimeoutException>()
        .HandleResult(response => response.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout);

    private readonly ConcurrentDictionary<string, ResiliencePipeline<HttpResponseMessage>> _routes = new(StringComparer.Ordinal);

    /// <summary>What requests to a route pass.</summary>
    public ResiliencePipeline<HttpResponseMessage> Of(string route) => _routes.GetOrAdd(route, static (_, time) => Build(time), time);

    private static ResiliencePipeline<HttpResponseMessage> Build(TimeProvider time) => new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(500),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = Fails,
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
        {
            FailureRatio = 0.8,
            MinimumThroughput = 10,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(15),
            ShouldHandle = Fails,
        })
        .Build();
}
