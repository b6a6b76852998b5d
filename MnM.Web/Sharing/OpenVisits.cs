using System.Collections.Concurrent;

namespace MnM.Web.Sharing;

/// <summary>What devices have open. A device that is let in no more, or all viewers when sharing ends, lose every page, socket and stream at once.</summary>
internal sealed class OpenVisits : IDisposable
{
    // An ended device's source stays, so that a request which was let in just before finds it ended.
    private readonly ConcurrentDictionary<long, CancellationTokenSource> _devices = [];
    private CancellationTokenSource _viewers = new();

    /// <summary>Devices that have come and were not sent away.</summary>
    public IReadOnlyList<long> Devices => [.. _devices.Where(device => !device.Value.IsCancellationRequested).Select(device => device.Key)];

    /// <summary>Ends when the device is let in no more.</summary>
    public CancellationToken OfDevice(long device) => _devices.GetOrAdd(device, _ => new CancellationTokenSource()).Token;

    /// <summary>Ends when viewers are let in no more.</summary>
    public CancellationToken OfViewers() => Volatile.Read(ref _viewers).Token;

    /// <summary>Ends all that a device has open, and whatever of it may be on its way.</summary>
    public Task EndAsync(long device) => _devices.GetOrAdd(device, _ => new CancellationTokenSource()).CancelAsync();

    /// <summary>Ends all that viewers have open.</summary>
    public Task EndViewersAsync() => Interlocked.Exchange(ref _viewers, new CancellationTokenSource()).CancelAsync();

    /// <inheritdoc/>
    public void Dispose() => _viewers.Dispose();
}
