using System.Collections.Concurrent;
using System.Net;

namespace MnM.Benchmarks.Scenarios.Tracking;

/// <summary>What MnM sends its requests through: it counts them, knows which matches an error was answered for, and can hold one for ever, as for a process that is killed before it is answered.</summary>
internal sealed class TrackingWire(HttpMessageHandler server) : DelegatingHandler(server)
{
    private readonly ConcurrentDictionary<string, bool> _faulted = new();
    private string? _held;
    private int _sent;

    /// <summary>Requests that were sent.</summary>
    public int Sent => Volatile.Read(ref _sent);

    /// <summary>Whether a request is held since <see cref="HoldNext"/>.</summary>
    public bool IsHolding { get; private set; }

    /// <summary>Whether a request for that match was answered with an error of a server.</summary>
    public bool HasFaulted(string matchId) => _faulted.ContainsKey(matchId);

    /// <summary>The next request whose path has that part is sent nowhere and never answered.</summary>
    public void HoldNext(string part)
    {
        IsHolding = false;
        Volatile.Write(ref _held, part);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _sent);
        var path = request.RequestUri!.AbsolutePath;
        if (Volatile.Read(ref _held) is { } part && path.Contains(part, StringComparison.Ordinal) && Interlocked.Exchange(ref _held, null) is not null)
        {
            IsHolding = true;
            await new TaskCompletionSource().Task;
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode >= HttpStatusCode.InternalServerError)
        {
            _faulted.TryAdd(path[(path.LastIndexOf('/') + 1)..], true);
        }

        return response;
    }
}
