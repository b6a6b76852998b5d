using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.StaticData;

namespace MnM.Collector.Live.Recording;

/// <summary>Looks after the recordings of games that have ended: folds them, and deletes those that are not to be kept.</summary>
internal sealed partial class RecordingLoop(
    GameFolder folder, RecordingStore store, StaticDataStore staticData, Feed<LiveState> feed, IOptions<LiveOptions> options, TimeProvider time, ILogger<RecordingLoop> logger) : PollingService(time, logger)
{
    /// <summary>The game goes on answering for a while after its end, and those polls belong to it.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time = time;
    private readonly HashSet<long> _damaged = [];

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        if (options.Value.RecordingDays is { } days
            && await store.DeleteOlderAsync(_time.GetUtcNow() - TimeSpan.FromDays(days), cancellationToken) is var deleted and > 0)
        {
            Log.Deleted(logger, deleted, days);
        }

        // The timeline has item values, which static data tells.
        if (staticData.FirstLookDone.IsCompleted)
        {
            await FoldAsync(cancellationToken);
        }
    }

    /// <summary>Folds what ended; a damaged recording is named once and stands in no other's way.</summary>
    internal async Task FoldAsync(CancellationToken cancellationToken)
    {
        foreach (var game in await folder.FindAsync(_time.GetUtcNow() - Quiet, cancellationToken))
        {
            if (_damaged.Contains(game) || feed.Current is { Game: { } shown, Connection: LiveConnection.InGame or LiveConnection.Lost } && shown.GameId == game)
            {
                continue;
            }

            try
            {
                await folder.FoldAsync(game, cancellationToken);
            }
            catch (FormatException fault)
            {
                _damaged.Add(game);
                Log.Damaged(logger, game, fault.Message);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Recordings deleted: {Count}, older than {Days} days and without a star")]
        public static partial void Deleted(ILogger logger, int count, int days);

        [LoggerMessage(Level = LogLevel.Error, Message = "The recording of game {Id} is damaged and stays as it is: {Reason}")]
        public static partial void Damaged(ILogger logger, long id, string reason);
    }
}
