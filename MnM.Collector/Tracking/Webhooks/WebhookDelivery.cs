using System.Data.Common;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Backplane;
using MnM.Collector.Backplane.Outbox;

namespace MnM.Collector.Tracking.Webhooks;

/// <summary>
/// Sends events to webhooks, to each in their order and at least once: a receiver's place moves only after it has taken one. One that is away is tried again after growing waits,
/// up to a quarter of an hour, until it is back; nobody else waits for it.
/// </summary>
internal sealed partial class WebhookDelivery(
    WebhookPlaces places, WebhookSender sender, EventStore events, IOptions<TrackingOptions> options, Backoff backoff, TimeProvider time, ILogger<WebhookDelivery> logger)
    : PollingService(time, logger)
{
    private const int EventsAtOnce = 20;
    private const int LongestBackoff = 12;

    private readonly TimeProvider _time = time;
    private readonly Dictionary<long, Task> _underWay = [];
    private bool _isAnybodyThere = true;

    protected override TimeSpan Interval => TimeSpan.FromSeconds(_isAnybodyThere ? 2 : 10);

    /// <summary>Starts what is due; a slow receiver goes on beside the next ticks.</summary>
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.EmitEvents)
        {
            return;
        }

        foreach (var ended in _underWay.Where(pair => pair.Value.IsCompleted).Select(pair => pair.Key).ToList())
        {
            _underWay.Remove(ended);
        }

        var hooks = await places.ActiveAsync(_time.GetUtcNow(), cancellationToken);
        _isAnybodyThere = hooks.Count > 0;
        foreach (var (hook, _) in hooks.Where(hook => hook.IsDue && !_underWay.ContainsKey(hook.Hook.Id)))
        {
            _underWay[hook.Id] = DeliverAsync(hook, cancellationToken);
        }
    }

    /// <summary>Stops, and waits for what is under way: it still writes to the database.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await SettledAsync();
    }

    /// <summary>Ends when nothing is under way.</summary>
    internal Task SettledAsync() => Task.WhenAll(_underWay.Values);

    private async Task DeliverAsync(Webhook hook, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var told in await events.AfterAsync(hook.TakenTo, EventsAtOnce, cancellationToken))
            {
                if (!await DeliverAsync(hook, told, cancellationToken))
                {
                    return;
                }

                hook.Failures = 0;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // MnM stops; the event is sent again.
        }
        catch (DbException fault)
        {
            // What was sent and could not be noted is sent again: its number tells the receiver.
            Log.NotNoted(logger, hook.Id, fault);
        }
        catch (Exception fault)
        {
            Log.Failed(logger, hook.Id, fault);
        }
    }

    private async Task<bool> DeliverAsync(Webhook hook, OutboxEvent told, CancellationToken cancellationToken)
    {
        var answer = await sender.SendAsync(hook, told, cancellationToken);
        var now = _time.GetUtcNow();
        switch (answer)
        {
            case WebhookAnswer.Taken:
                return await places.TakenAsync(hook.Id, told.Id, now, cancellationToken);
            case WebhookAnswer.Gone { Reason: var reason }:
                Log.Paused(logger, hook.Target, reason);
                await places.GoneAsync(hook.Id, reason, now, cancellationToken);
                return false;
            case WebhookAnswer.Refused { Reason: var reason, Wait: var wait }:
                if (hook.Failures == 0)
                {
                    Log.Refused(logger, hook.Target, reason);
                }

                await places.RefusedAsync(hook.Id, reason, now, now + (wait ?? backoff.After(Math.Min(hook.Failures + 1, LongestBackoff))), cancellationToken);
                return false;
            default:
                throw new InvalidOperationException();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The webhook {Target} does not take events: {Reason} They are sent again until it does")]
        public static partial void Refused(ILogger logger, string target, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The webhook {Target} is paused: {Reason}")]
        public static partial void Paused(ILogger logger, string target, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer while events were sent to webhook {Id}; the last one may be sent twice")]
        public static partial void NotNoted(ILogger logger, long id, Exception fault);

        [LoggerMessage(Level = LogLevel.Error, Message = "Events could not be sent to webhook {Id}; they are sent again")]
        public static partial void Failed(ILogger logger, long id, Exception fault);
    }
}
