using System.Collections.Concurrent;
using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace MnM.Collector.Riot.Pipeline;

/// <summary>
/// Asks again where Riot's servers fail or do not answer, a little later each time, and leaves a route alone for a while where most fails there.
/// Waiting for a limit lies within: it is no failure and no second try.
/// </summary>
internal sealed class ResilienceHandler(TimeProvider time) : DelegatingHandler
{
    private const long LargestBody = 16 << 20;

    private static readonly PredicateBuilder<HttpResponseMessage> Fails = new PredicateBuilder<HttpResponseMessage>()
        .Handle<HttpRequestException>()
        .Handle<TimeoutRejectedException>()
        .HandleResult(response => response.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout);

    private readonly ConcurrentDictionary<string, ResiliencePipeline<HttpResponseMessage>> _routes = new(StringComparer.Ordinal);
    private readonly ResiliencePipeline _body = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(TimeSpan.FromSeconds(20)).Build();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await _routes.GetOrAdd(RiotCall.Of(request).Route, Build).ExecuteAsync(
            static (state, token) => new ValueTask<HttpResponseMessage>(state.handler.SendOnceAsync(state.request, token)), (handler: this, request), cancellationToken);

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            // Here and not in HttpClient, so that a body that breaks off is asked for again.
            await _body.ExecuteAsync(static (content, token) => new ValueTask(content.LoadIntoBufferAsync(LargestBody, token)), response.Content, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private ResiliencePipeline<HttpResponseMessage> Build(string route) => new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
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
