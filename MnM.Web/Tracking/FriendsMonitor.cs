using System.Data.Common;
using MnM.Collector;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Tracking;
using MnM.Collector.Tracking.Friends;

namespace MnM.Web.Tracking;

/// <summary>Reads the friends for all who look, when something has changed and at least twice a minute; nothing while nobody does.</summary>
public sealed partial class FriendsMonitor(FriendsQueries friends, Feed<TrackingState> states, KeyHealth keys, TimeProvider time, ILogger<FriendsMonitor> logger) : PollingService(time, logger)
{
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time = time;

    /// <summary>What pages show.</summary>
    public Feed<FriendsScene> Scenes { get; } = new(FriendsScene.Loading);

    /// <inheritdoc/>
    protected override TimeSpan Interval => TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public override Task TickAsync(CancellationToken cancellationToken) =>
        Scenes.Readers > 0 && IsOld(Scenes.Current) ? ReadAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Reads them now, for a page that opens or has changed something.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var state = states.Current;
        try
        {
            var view = await friends.ReadAsync(cancellationToken);
            Scenes.Publish(new FriendsScene(view, state, keys.Of(RiotProduct.League).Advice, IsStale: false, _time.GetUtcNow()) { ViewForViewers = await friends.ForViewersAsync(view, cancellationToken) });
        }
        catch (DbException fault)
        {
            if (!Scenes.Current.IsStale)
            {
                Log.NotRead(logger, fault);
            }

            Scenes.Update(last => last.IsStale ? last : last with { IsStale = true });
        }
    }

    private bool IsOld(FriendsScene scene) =>
        scene.View is null || scene.IsStale || scene.State != states.Current || _time.GetUtcNow() - scene.At >= Oldest || scene.Advice != keys.Of(RiotProduct.League).Advice;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The friends could not be read from the database")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
