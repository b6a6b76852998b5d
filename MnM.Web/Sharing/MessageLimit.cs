using Microsoft.AspNetCore.SignalR;
using MnM.Web.Security;

namespace MnM.Web.Sharing;

/// <summary>How many messages a viewer's page may send: more than any hand makes. A page that sends more is cut off.</summary>
internal sealed partial class MessageLimit(TimeProvider time, ILogger<MessageLimit> logger) : IHubFilter
{
    /// <summary>Most messages at once.</summary>
    public const int Burst = 1000;

    /// <summary>Most a second in the long run; who draws a slider and is answered with pictures sends about 120.</summary>
    public const int PerSecond = 200;

    /// <inheritdoc/>
    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var page = invocationContext.Context;
        if (page.User is not { } user || Visitors.DeviceOf(user) is not { } device || user.IsOwner() || TryTake(page))
        {
            return next(invocationContext);
        }

        Log.CutOff(logger, device);
        page.Abort();
        throw new HubException("This page sends too much at once.");
    }

    // A page's messages come one after the other.
    private bool TryTake(HubCallerContext page)
    {
        var now = time.GetTimestamp();
        var budget = page.Items.TryGetValue(typeof(Budget), out var kept) ? (Budget)kept! : new Budget(Burst, now);
        var left = Math.Min(Burst, budget.Left + (time.GetElapsedTime(budget.At, now).TotalSeconds * PerSecond)) - 1;
        page.Items[typeof(Budget)] = new Budget(left, now);
        return left >= 0;
    }

    private sealed record Budget(double Left, long At);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A page of device {Device} sent too many messages and was cut off")]
        public static partial void CutOff(ILogger logger, long device);
    }
}
