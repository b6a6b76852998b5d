using MnM.Collector.Riot.Keys;
using MnM.Collector.Riot.RateLimits;
using Polly;

namespace MnM.Collector.Riot.Pipeline;

/// <summary>Gives a request the key, and gives it up where no answer begins in time.</summary>
internal sealed class AttemptHandler(RiotKeys keys, TimeProvider time) : DelegatingHandler
{
    private const string KeyHeader = "X-Riot-Token";

    // Less than the limiter keeps its place for: a busy machine may send it a little after it was let go.
    private static readonly TimeSpan Longest = RateLimiter.LongestRequest - TimeSpan.FromSeconds(2);

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline =
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }.AddTimeout(Longest).Build();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Anew for each attempt: another key may have been entered since.
        request.Headers.Remove(KeyHeader);
        request.Headers.TryAddWithoutValidation(KeyHeader, keys.Find(RiotCall.Of(request).Product));
        try
        {
            return await _pipeline.ExecuteAsync(
                static (state, token) => new ValueTask<HttpResponseMessage>(state.handler.SendOnceAsync(state.request, token)), (handler: this, request), cancellationToken);
        }
        finally
        {
            request.Headers.Remove(KeyHeader);
        }
    }

    private Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken) => base.SendAsync(request, cancellationToken);
}
