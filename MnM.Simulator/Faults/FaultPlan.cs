using System.Collections.Immutable;

namespace MnM.Simulator.Faults;

/// <summary>Says which request goes wrong and how: each fault takes every seventh, from where depends on the seed.</summary>
public sealed class FaultPlan(ImmutableArray<LiveFault> faults, int seed)
{
    private const int Every = 7;
    private readonly ImmutableArray<LiveFault> _ofRequests = [.. faults.Where(fault => fault < LiveFault.Streamer)];
    private int _requests = -1;

    public static ImmutableArray<string> Names { get; } =
        [.. Enum.GetNames<LiveFault>().Select(name => name == nameof(LiveFault.TimeBack) ? "time-back" : name.ToLowerInvariant())];

    public static LiveFault? Parse(string name) => Names.IndexOf(name) is var index and >= 0 ? (LiveFault)index : null;

    /// <summary>Whether whole games have that fault.</summary>
    public bool Has(LiveFault fault) => faults.Contains(fault);

    /// <summary>The fault of the next request, if it has one.</summary>
    public LiveFault? Next()
    {
        var request = Interlocked.Increment(ref _requests);
        for (var index = 0; index < _ofRequests.Length; index++)
        {
            if ((request + (3 * index) + Math.Abs(seed % Every)) % Every == Every - 1)
            {
                return _ofRequests[index];
            }
        }

        return null;
    }
}
