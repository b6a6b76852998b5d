using Microsoft.Extensions.Logging;
using MnM.Collector.Matches;

namespace MnM.Collector.Live.Results;

/// <summary>Orders the match of every game that has ended. After a restart it finds those whose end MnM did not see.</summary>
internal sealed partial class GameMatchLoop(GameMatchStore store, TimeProvider time, ILogger<GameMatchLoop> logger) : PollingService(time, logger)
{
    // The queue holds them as long as they are open; what failed there is ordered again by the next start.
    private readonly HashSet<long> _ordered = [];
    private bool _hasBegun;

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        if (!_hasBegun)
        {
            await store.ForgetFailuresAsync(cancellationToken);
            _hasBegun = true;
        }

        foreach (var game in await store.FindUnmatchedAsync(cancellationToken))
        {
            if (!_ordered.Contains(game.Id) && !Brawl.Is(game.GameMode, game.QueueId) && await store.OrderAsync(game, cancellationToken))
            {
                _ordered.Add(game.Id);
                Log.Ordered(logger, game.Id);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Game {Id} has ended; Riot is asked for its match")]
        public static partial void Ordered(ILogger logger, long id);
    }
}
