using System.Collections.Concurrent;
using System.Collections.Immutable;
using MnM.Collector.Riot;
using MnM.Collector.Tracking.Detection;

namespace MnM.Collector.Tracking;

/// <summary>Publishes what the loops do, and remembers since when the spectator was asked without a break.</summary>
internal sealed class TrackingMonitor(Feed<TrackingState> states, TimeProvider time)
{
    public const string Detection = "detection";
    public const string Sweep = "sweep";
    public const string Completion = "completion";

    private readonly ConcurrentDictionary<string, DateTimeOffset> _unbrokenSince = [];

    /// <summary>Since when the spectator of a platform was asked without a break; null where it is not.</summary>
    public DateTimeOffset? UnbrokenSince(string platform) => _unbrokenSince.TryGetValue(platform, out var since) ? since : null;

    /// <summary>Something that is stored has changed.</summary>
    public void Changed() => states.Update(state => state with { Version = state.Version + 1 });

    /// <summary>A round of detection is over.</summary>
    public void Detected(Roster roster, IReadOnlyCollection<DetectionRound> rounds, AskedTimes asked, TimeSpan took, TimeSpan interval)
    {
        var now = time.GetUtcNow();
        foreach (var platform in rounds.GroupBy(round => round.Platform))
        {
            if (platform.Any(round => round.IsOutage || round.Failed * 2 > round.Asked))
            {
                _unbrokenSince.TryRemove(platform.Key, out _);
            }
            else
            {
                _unbrokenSince.TryAdd(platform.Key, now);
            }
        }

        var every = rounds.SelectMany(round => round.Plan.Every).ToDictionary();
        var paces =
            from player in roster.Players
            from product in Enum.GetValues<RiotProduct>()
            where player.IdFor(product) is not null
            let watch = new Watch(player.Id, product)
            select KeyValuePair.Create(watch, new AskPace(every.TryGetValue(watch, out var pace) ? pace : null, asked.At(watch)));
        var platforms = rounds.GroupBy(round => round.Platform).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new PlatformRound(
            group.Key,
            group.Max(round => round.Plan.Round),
            group.Sum(round => round.Questions),
            group.Any(round => round.IsOutage),
            group.Select(round => round.Fault).FirstOrDefault(fault => fault is not null))
        {
            AnsweredAt = group.Any(round => round.Asked > round.Failed) ? now : states.Current.Rounds.FirstOrDefault(last => last.Platform == group.Key)?.AnsweredAt,
        }).ToList();
        states.Update(state => state with
        {
            Version = state.Version + 1,
            Paces = paces.ToImmutableDictionary(),
            Rounds = [.. platforms],
            Loops = Times(state, Detection, took, interval, now),
        });
    }

    /// <summary>A round of another loop is over.</summary>
    public void Ticked(string loop, TimeSpan took, TimeSpan interval, bool hasChanged) => states.Update(state => state with
    {
        Version = state.Version + (hasChanged ? 1 : 0),
        Loops = Times(state, loop, took, interval, time.GetUtcNow()),
    });

    /// <summary>Why results cannot be had now; null where they can.</summary>
    public void SetResultFault(string? fault) => states.Update(state => state.ResultFault == fault ? state : state with { ResultFault = fault });

    private static ImmutableSortedDictionary<string, LoopTimes> Times(TrackingState state, string loop, TimeSpan took, TimeSpan interval, DateTimeOffset now) =>
        state.Loops.SetItem(loop, LoopTimes.After(state.Loops.GetValueOrDefault(loop), took, interval, now));
}
