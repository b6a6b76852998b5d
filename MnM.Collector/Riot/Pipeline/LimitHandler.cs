using MnM.Collector.Riot.Keys;
using MnM.Collector.Riot.RateLimits;

namespace MnM.Collector.Riot.Pipeline;

/// <summary>Lets each request go when Riot's limits have room for it; one that is refused all the same waits for its turn again.</summary>
internal sealed class LimitHandler(RateLimiter limiter, RiotKeys keys, KeyHealth health, RequestStatistics statistics) : DelegatingHandler
{
    private const int MostTurns = 5;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = RiotCall.Of(request);
        var route = keys.IsApart(call.Product) ? $"{call.Route}/tft" : call.Route;
        for (var turn = 1; ; turn++)
        {
            var permit = await limiter.AcquireAsync(route, call.Method, call.Lane, cancellationToken);
            if (health.Of(call.Product).State is KeyState.Bad or KeyState.Missing)
            {
                limiter.Release(permit);
                throw new KeyRefusedException();
            }

            RateHeaders? answer = null;
            HttpResponseMessage response;
            try
            {
                statistics.Count(route);
                response = await base.SendAsync(request, cancellationToken);
                answer = RateHeaders.Read(response);
            }
            finally
            {
                limiter.Report(permit, answer);
            }

            if (!answer.IsRefused || turn == MostTurns)
            {
                return response;
            }

            response.Dispose();
        }
    }
}

/// <summary>While the request waited, its key turned out to be refused.</summary>
internal sealed class KeyRefusedException : Exception;
