using System.Collections.Immutable;

namespace MnM.Simulator.RiotApi.Limits;

/// <summary>The keys that are known, and how much each has asked on each route.</summary>
internal sealed class KeyRing(ImmutableArray<RiotKey> keys)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Key, string Route, string Method), LimitedSpan> _spans = [];

    /// <summary>The key of that header; what is wrong with it otherwise.</summary>
    /// <param name="token">The header, null where there is none.</param>
    /// <param name="now">Milliseconds since the keys were given.</param>
    public (RiotKey? Key, RiotAnswer? Fault) Find(string? token, long now)
    {
        if (string.IsNullOrEmpty(token))
        {
            return (null, RiotAnswer.Fault(401, "Unauthorized"));
        }

        return keys.FirstOrDefault(key => key.Value == token) switch
        {
            null => (null, RiotAnswer.Fault(401, "Unknown apikey")),
            { Kind: KeyKind.Development } when now >= RiotKey.DevelopmentLife.TotalMilliseconds => (null, RiotAnswer.Fault(403, "Forbidden")),
            var key => (key, null),
        };
    }

    /// <summary>Counts a request that comes at that time, if both its limits have room.</summary>
    public LimitVerdict Take(RiotKey key, string route, RiotMethod method, long now)
    {
        lock (_lock)
        {
            var app = SpanOf((key.Value, route, ""), key.Kind.AppLimits());
            var own = SpanOf((key.Value, route, method.Name), method.Limits);
            var (appWait, ownWait) = (app.WaitAt(now), own.WaitAt(now));
            if (appWait == 0 && ownWait == 0)
            {
                app.Take(now);
                own.Take(now);
            }

            return new LimitVerdict
            {
                Exceeded = appWait > 0 ? "application" : ownWait > 0 ? "method" : null,
                RetryAfterSeconds = (int)((Math.Max(appWait, ownWait) + 999) / 1000),
                AppLimits = app.Limits,
                AppCounts = app.CountsAt(now, refused: appWait > 0),
                MethodLimits = own.Limits,
                MethodCounts = own.CountsAt(now, refused: appWait == 0 && ownWait > 0),
            };
        }
    }

    private LimitedSpan SpanOf((string, string, string) name, ImmutableArray<RateLimit> limits)
    {
        if (!_spans.TryGetValue(name, out var span))
        {
            span = new LimitedSpan(limits);
            _spans.Add(name, span);
        }

        return span;
    }
}
