using System.Collections.Immutable;

namespace MnM.Simulator.Faults;

/// <summary>Says which request and which frame of one interface goes wrong and how: each fault takes every seventh, from where depends on the seed.</summary>
public sealed class FaultPlan(ImmutableArray<Fault> faults, int seed)
{
    private readonly Cycle _requests = new([.. faults.Where(fault => fault <= Fault.TimeBack)], seed);
    private readonly Cycle _bodies = new([.. faults.Where(fault => fault is > Fault.Refused and < Fault.TimeBack)], seed);
    private readonly Cycle _refusals = new([.. faults.Where(fault => fault is Fault.MethodLimit or Fault.ServiceLimit or Fault.ServerLimit)], seed);
    private readonly Cycle _frames = new([.. faults.Where(fault => fault is Fault.SocketCut or Fault.EmptyFrames)], seed);

    /// <summary>The fault of the next request, if it has one.</summary>
    public Fault? Next() => _requests.Next();

    /// <summary>The fault of the next request to a server far away, whose port stays and which knows no game time.</summary>
    public Fault? NextOfBody() => _bodies.Next();

    /// <summary>For which limit the next request to Riot's API is refused although it kept to all, if it is.</summary>
    public Fault? NextOfRefusal() => _refusals.Next();

    /// <summary>The fault of the next event on a socket, if it has one.</summary>
    public Fault? NextOfFrame() => _frames.Next();

    private sealed class Cycle(ImmutableArray<Fault> faults, int seed)
    {
        private const int Every = 7;
        private int _turn = -1;

        public Fault? Next()
        {
            var turn = Interlocked.Increment(ref _turn);
            for (var index = 0; index < faults.Length; index++)
            {
                if ((turn + (3 * index) + Math.Abs(seed % Every)) % Every == Every - 1)
                {
                    return faults[index];
                }
            }

            return null;
        }
    }
}
