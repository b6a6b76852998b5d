namespace MnM.Benchmarks.Requests;

/// <summary>A wire on which requests and answers take simulated time. It knows how many of them only wait for the clock.</summary>
internal sealed class DelayedWire(HttpMessageHandler server, TimeProvider clock, Func<TimeSpan> latency) : DelegatingHandler(server)
{
    private readonly Lock _lock = new();
    private int _delayed;

    /// <summary>Requests and answers that wait for the clock.</summary>
    public int Delayed
    {
        get { lock (_lock) { return _delayed; } }
    }

    /// <summary>Requests that were sent.</summary>
    public int Sent { get; private set; }

    /// <summary>A wire on which nothing takes time.</summary>
    public static DelayedWire None(HttpMessageHandler server, TimeProvider clock) => new(server, clock, () => TimeSpan.Zero);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent++;
        await PassAsync(latency());
        var response = await base.SendAsync(request, cancellationToken);
        await PassAsync(latency());
        return response;
    }

    private async Task PassAsync(TimeSpan time)
    {
        if (time <= TimeSpan.Zero)
        {
            return;
        }

        var passed = new TaskCompletionSource();
        ITimer timer;
        lock (_lock)
        {
            // Under one lock: what counted as waiting before it had its timer would let the clock go on without it.
            _delayed++;
            timer = clock.CreateTimer(
                _ =>
                {
                    // Here and not after the wait: whoever looks sees it run from now on.
                    lock (_lock)
                    {
                        _delayed--;
                    }

                    passed.TrySetResult();
                },
                null,
                time,
                Timeout.InfiniteTimeSpan);
        }

        await using (timer)
        {
            await passed.Task;
        }
    }
}
