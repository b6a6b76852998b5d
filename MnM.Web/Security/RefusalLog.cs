using MnM.Collector;

namespace MnM.Web.Security;

/// <summary>Tells the log of refused requests: the first of an address for a reason at once, those that follow once a minute by their number. Else whoever is refused could fill the log.</summary>
internal sealed partial class RefusalLog(TimeProvider time, ILogger<RefusalLog> logger) : PollingService(time, logger)
{
    /// <summary>So many addresses with a reason are told one by one; the rest together.</summary>
    public const int MostCallers = 100;

    private const string Others = "other addresses";
    private readonly Lock _gate = new();

    /// <summary>How many were refused since this was told last.</summary>
    private readonly Dictionary<(string Caller, string Reason), int> _untold = [];

    /// <inheritdoc/>
    protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

    /// <summary>Notes a refused request.</summary>
    public void Note(HttpContext context, int status, string reason)
    {
        var caller = Callers.Of(context.Connection.RemoteIpAddress);
        if (IsFirst(caller, reason))
        {
            Log.Refused(logger, context.Request.Method, context.Request.Path.ToUriComponent(), caller, status, reason);
        }
    }

    /// <inheritdoc/>
    public override Task TickAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (var (refused, count) in _untold.ToList())
            {
                if (count == 0)
                {
                    _untold.Remove(refused);
                    continue;
                }

                _untold[refused] = 0;
                Log.More(logger, count, refused.Caller, refused.Reason);
            }
        }

        return Task.CompletedTask;
    }

    private bool IsFirst(string caller, string reason)
    {
        lock (_gate)
        {
            var refused = _untold.Count < MostCallers || _untold.ContainsKey((caller, reason)) ? (caller, reason) : (Others, reason);
            if (_untold.TryAdd(refused, 0))
            {
                return true;
            }

            _untold[refused]++;
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Refused {Method} {Path} of {Caller} with {Status}: {Reason}")]
        public static partial void Refused(ILogger logger, string method, string path, string caller, int status, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Refused {Count} more requests of {Caller}: {Reason}")]
        public static partial void More(ILogger logger, int count, string caller, string reason);
    }
}
