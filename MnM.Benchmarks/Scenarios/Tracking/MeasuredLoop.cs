using MnM.Collector;

namespace MnM.Benchmarks.Scenarios.Tracking;

/// <summary>Runs a loop as its service would, and keeps how long its ticks take and which of them fail.</summary>
internal sealed class MeasuredLoop(PollingService loop, TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>The longest tick against the time from one to the next.</summary>
    public double Overrun { get; private set; }

    public List<string> Faults { get; } = [];

    public void Start()
    {
        var stop = _stop.Token;
        _ = Task.Run(() => RunAsync(stop), stop);
    }

    /// <summary>Ends it without a word, in the middle of a tick if it is in one.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken stop)
    {
        var interval = loop.CurrentInterval;
        using var timer = new PeriodicTimer(interval, time);
        do
        {
            var start = time.GetTimestamp();
            try
            {
                await loop.TickAsync(stop);
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                Faults.Add($"{time.GetUtcNow():u} {loop.GetType().Name}: {fault}");
            }
            catch (Exception)
            {
                return;
            }

            Overrun = Math.Max(Overrun, time.GetElapsedTime(start) / interval);
        }
        while (!stop.IsCancellationRequested && await timer.WaitForNextTickAsync(CancellationToken.None));
    }
}
