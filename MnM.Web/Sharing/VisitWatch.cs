using MnM.Collector;
using MnM.Collector.Sharing;

namespace MnM.Web.Sharing;

/// <summary>Ends here, too, what another MnM on the same database has ended.</summary>
internal sealed class VisitWatch(OpenVisits visits, DeviceStore devices, SharingSwitch sharing, SharingDesk desk, TimeProvider time, ILogger<VisitWatch> logger)
    : PollingService(time, logger)
{
    /// <inheritdoc/>
    protected override TimeSpan Interval => TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        // First who has come: whoever is let in between the two is no stranger.
        var open = visits.Devices;
        if (open.Count > 0)
        {
            var known = await devices.LetInAsync(cancellationToken);
            foreach (var device in open.Where(device => !known.Contains(device)))
            {
                await visits.EndAsync(device);
            }
        }

        if (sharing.Current.IsOn)
        {
            await desk.FollowAsync(cancellationToken);
        }
    }
}
