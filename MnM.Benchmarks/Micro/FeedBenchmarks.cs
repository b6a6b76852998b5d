using BenchmarkDotNet.Attributes;
using MnM.Collector;

namespace MnM.Benchmarks.Micro;

/// <summary>A value published to a hundred readers.</summary>
[MemoryDiagnoser]
public class FeedBenchmarks : IDisposable
{
    private const int Readers = 100;
    private readonly CancellationTokenSource _stop = new();
    private readonly Feed<object> _feed = new(new object());
    private Task[] _reading = [];
    private TaskCompletionSource _allRead = new();
    private int _left;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        Expect();
        _reading = [.. Enumerable.Range(0, Readers).Select(_ => ReadAsync())];
        await _allRead.Task;
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Dispose();
    }

    public void Dispose()
    {
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What the poller waits for.</summary>
    [Benchmark]
    public void Publish() => _feed.Publish(this);

    /// <summary>Until the last reader has the value.</summary>
    [Benchmark]
    public Task PublishUntilRead()
    {
        Expect();
        _feed.Publish(_allRead);
        return _allRead.Task;
    }

    private void Expect()
    {
        _allRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _left, Readers);
    }

    private async Task ReadAsync()
    {
        await foreach (var _ in _feed.WatchAsync(_stop.Token))
        {
            if (Interlocked.Decrement(ref _left) == 0)
            {
                _allRead.TrySetResult();
            }
        }
    }
}
