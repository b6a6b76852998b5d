using System.Collections.Immutable;
using MnM.Collector.Riot;

namespace MnM.Collector.Tracking.Detection;

/// <summary>Whom the spectator is asked about next. Pure.</summary>
/// <param name="Order">Everybody who may be asked about, the first first; as many are asked as there are questions.</param>
/// <param name="Round">How long one round of questions about all who are not in a game takes.</param>
/// <param name="Every">How often each is asked about; those who are not are left out.</param>
internal sealed record DetectionPlan(ImmutableArray<Watch> Order, TimeSpan Round, ImmutableDictionary<Watch, TimeSpan> Every)
{
    /// <summary>After a game the next one is near.</summary>
    public static readonly TimeSpan JustEnded = TimeSpan.FromMinutes(20);

    /// <summary>Most games begin after another. Asking in each look would be taken from those who begin one after a pause, and they would wait longer than a round.</summary>
    private const double RoundsForJustEnded = 0.5;

    /// <summary>The next game may begin ten seconds after this one.</summary>
    private const double RoundsForRunning = 0.8;

    /// <summary>What is asked in vain, all the others wait for. A game is longer than eight rounds, so that one who shows them again is seen in it.</summary>
    private const double RoundsForHidden = 8;

    /// <summary>A game is called off in its first minute, or three minutes after its start for a player who is missing.</summary>
    private static readonly ImmutableArray<TimeSpan> EarlyLooks = [TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5)];

    /// <param name="states">Everybody on one route.</param>
    /// <param name="questions">How many there are until the next look.</param>
    /// <param name="interval">The time until then.</param>
    public static DetectionPlan Of(IReadOnlyCollection<WatchState> states, int questions, TimeSpan interval)
    {
        // Of a game's people one tells for all, where they leave it together.
        var asked = states.Where(MayBeAsked)
            .GroupBy(state => state.Game is { } game && !IsLeftOneByOne(state.Watch.Product, game.Queue) ? game.GameId : $"{state.Watch.PlayerId} {state.Watch.Product}")
            .Select(game => game.MaxBy(state => state.Waited ?? TimeSpan.MaxValue)!)
            .ToList();
        var round = Turns.Round(states.Count(state => state.Game is null && !state.PlaysOther), questions, interval);
        var turns = asked.ConvertAll(state => new Turn(state.Watch, state.Waited, Longer(round * RoundsFor(state), interval)));

        // Where more is wanted than can be asked, all wait longer by the same.
        var load = Math.Max(1, turns.Sum(turn => interval / turn.Every) / questions);
        return new DetectionPlan(Turns.Order(turns), round, turns.ToImmutableDictionary(turn => turn.Watch, turn => turn.Every * load));
    }

    /// <summary>No game of a queue is over sooner, but for a remake.</summary>
    public static TimeSpan LeastLength(RiotProduct product, int? queue) => TimeSpan.FromMinutes(product == RiotProduct.Tactics ? IsShortTactics(queue) ? 10 : 20 : IsShort(queue) ? 10 : 15);

    /// <summary>Whether players who are out leave while the others play on, as in Teamfight Tactics and Arena: what one does says nothing of the others.</summary>
    public static bool IsLeftOneByOne(RiotProduct product, int? queue) => product == RiotProduct.Tactics || queue is 1700 or 1710 or 1750;

    private static double RoundsFor(WatchState state) =>
        state.Game is not null ? RoundsForRunning
        : state.IsHidden ? RoundsForHidden
        : state.SinceGame < JustEnded ? RoundsForJustEnded
        : 1;

    private static bool MayBeAsked(WatchState state) => !state.PlaysOther && (state.Game is not { } game || MayBeOver(state.Watch.Product, game));

    private static bool MayBeOver(RiotProduct product, RunningGame game) =>
        game.Running >= LeastLength(product, game.Queue)
        || EarlyLooks.Any(look => game.Running >= look && game.Running - game.SinceSeen < look);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>ARAM and its like, Nexus Blitz, Arena.</summary>
    private static bool IsShort(int? queue) => queue is 100 or 450 or 720 or 1300 or 1700 or 1710 or 1750 or 2400 or 2450;

    /// <summary>Hyper Roll, Tocker's Trials.</summary>
    private static bool IsShortTactics(int? queue) => queue is 1130 or 1220;
}

/// <summary>What is known of somebody before the next question.</summary>
/// <param name="Watch">Who, and what of.</param>
internal sealed record WatchState(Watch Watch)
{
    /// <summary>Since when nothing was asked; null where nothing ever was.</summary>
    public TimeSpan? Waited { get; init; }

    /// <summary>The game that the player is in, as far as is known.</summary>
    public RunningGame? Game { get; init; }

    /// <summary>Whether the player is in a game of the other product.</summary>
    public bool PlaysOther { get; init; }

    /// <summary>How long ago the last known game of this product was over; null where none is known.</summary>
    public TimeSpan? SinceGame { get; init; }

    /// <summary>Whether the spectator does not show the player's games; asked now and then all the same, since that may change.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>A game that runs.</summary>
/// <param name="GameId">Which.</param>
/// <param name="Queue">Riot's number; null where it is not known.</param>
/// <param name="Running">For how long.</param>
/// <param name="SinceSeen">How long ago the spectator showed it.</param>
internal sealed record RunningGame(string GameId, int? Queue, TimeSpan Running, TimeSpan SinceSeen);
