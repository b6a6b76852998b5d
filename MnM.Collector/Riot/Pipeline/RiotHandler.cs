using System.Net;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Riot.RateLimits;
using Polly;

namespace MnM.Collector.Riot.Pipeline;

/// <summary>
/// Lets each request go when Riot's limits have room for it, with the key that is in use then, and gives it up where its answer is not there in time.
/// One that fails is asked again; waiting for a limit is neither a failure nor a second try.
/// </summary>
/// <remarks>
/// Polly's layers are given outcomes and one context rather than exceptions and closures, most of which would be allocated for every request.
/// For the same reason the time limit is none of its layers: its pools hold fewer than are under way at once.
/// </remarks>
internal sealed class RiotHandler : DelegatingHandler
{
    private const int MostTurns = 5;
    private const long LargestBody = 16 << 20;
    private const string KeyHeader = "X-Riot-Token";
    private static readonly HttpRequestOptionsKey<string?> SentKey = new("SentKey");

    // Less than the limiter keeps its place for: a busy machine may send it a little after it was let go.
    private static readonly TimeSpan Longest = RateLimiter.LongestRequest - TimeSpan.FromSeconds(2);

    private readonly RateLimiter _limiter;
    private readonly RiotKeys _keys;
    private readonly KeyHealth _health;
    private readonly RequestStatistics _statistics;
    private readonly RoutePipelines _routes;
    private readonly TimeProvider _time;
    private readonly Func<ResilienceContext, HttpRequestMessage, ValueTask<Outcome<HttpResponseMessage>>> _try;

    public RiotHandler(RateLimiter limiter, RiotKeys keys, KeyHealth health, RequestStatistics statistics, TimeProvider time)
    {
        (_limiter, _keys, _health, _statistics, _time, _try) = (limiter, keys, health, statistics, time, TryAsync);
        _routes = new RoutePipelines(time);
    }

    /// <summary>The key that a request was sent with last; null where it never was, or without one.</summary>
    public static string? KeyOf(HttpRequestMessage request) => request.Options.TryGetValue(SentKey, out var key) ? key : null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        var outcome = await _routes.Of(RiotCall.Of(request).Route).ExecuteOutcomeAsync(_try, context, request);
        ResilienceContextPool.Shared.Return(context);
        outcome.ThrowIfException();
        return outcome.Result!;
    }

    /// <summary>Waits for its turn and sends; a request that is refused for a limit all the same waits again.</summary>
    private async ValueTask<Outcome<HttpResponseMessage>> TryAsync(ResilienceContext context, HttpRequestMessage request)
    {
        try
        {
            var call = RiotCall.Of(request);
            var route = _keys.IsApart(call.Product) ? $"{call.Route}/tft" : call.Route;
            for (var turn = 1; ; turn++)
            {
                var permit = await _limiter.AcquireAsync(route, call.Method, call.Lane, context.CancellationToken);
                if (TrialKey.Of(request) is null && !_health.IsUsable(call.Product))
                {
                    _limiter.Release(permit);
                    return Outcome.FromException<HttpResponseMessage>(new KeyRefusedException());
                }

                var sentAt = _statistics.Sent(route, call.Lane);
                var outcome = await SendAsync(request, permit, context.CancellationToken);
                _statistics.Ended(call.Lane, sentAt, outcome.Result is not null, outcome.Result?.StatusCode == HttpStatusCode.TooManyRequests);
                if (outcome.Result is not { StatusCode: HttpStatusCode.TooManyRequests } refused || turn == MostTurns)
                {
                    return outcome;
                }

                refused.Dispose();
            }
        }
        catch (Exception fault)
        {
            return Outcome.FromException<HttpResponseMessage>(fault);
        }
    }

    private async ValueTask<Outcome<HttpResponseMessage>> SendAsync(HttpRequestMessage request, RatePermit permit, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Longest, _time);
        using var givenUp = cancellationToken.UnsafeRegister(static patience => ((CancellationTokenSource)patience!).Cancel(), patience);
        HttpResponseMessage? response = null;
        var isReported = false;
        try
        {
            // Anew for each turn: another key may have been entered since.
            var key = TrialKey.Of(request)?.Text ?? _keys.Find(RiotCall.Of(request).Product);
            request.Headers.Remove(KeyHeader);
            request.Headers.TryAddWithoutValidation(KeyHeader, key);
            request.Options.Set(SentKey, key);
            response = await base.SendAsync(request, patience.Token);

            // Before the body, which may take its time: the server has counted the request.
            _limiter.Report(permit, RateHeaders.Read(response));
            isReported = true;

            // Here and not in HttpClient, so that a body that breaks off is asked for again.
            await response.Content.LoadIntoBufferAsync(LargestBody, patience.Token);
            return Outcome.FromResult(response);
        }
        catch (Exception fault)
        {
            response?.Dispose();
            if (!isReported)
            {
                _limiter.Report(permit, null);
            }

            return Outcome.FromException<HttpResponseMessage>(
                patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested ? new TimeoutException("The answer was not there in time.", fault) : fault);
        }
        finally
        {
            request.Headers.Remove(KeyHeader);
        }
    }
}

/// <summary>While the request waited, its key turned out to be refused.</summary>
internal sealed class KeyRefusedException : Exception;
