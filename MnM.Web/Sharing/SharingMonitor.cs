using System.Collections.Immutable;
using System.Data.Common;
using MnM.Collector;
using MnM.Collector.Sharing;
using MnM.Web.Hosting;
using MnM.Web.Sharing.Listening;

namespace MnM.Web.Sharing;

/// <summary>What the page shows of sharing.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Addresses">Under what other machines reach MnM.</param>
/// <param name="Fingerprint">Of MnM's own certificate; null where it shares without one.</param>
/// <param name="IsCertificateUnkept">Whether a new one could not be stored.</param>
/// <param name="Pairing">The open code; null where there is none.</param>
/// <param name="TimeLeft">Until it ends.</param>
/// <param name="Devices">Who is let in; default before it was read.</param>
/// <param name="Failed">Those of the addresses that could not be listened to.</param>
/// <param name="IsStale">Whether the database did not answer the last time.</param>
public sealed record SharingScene(SharingState State, IReadOnlyList<string> Addresses, string? Fingerprint, bool IsCertificateUnkept, Pairing? Pairing, TimeSpan TimeLeft, ImmutableArray<DeviceView> Devices, IReadOnlyList<string> Failed, bool IsStale)
{
    /// <summary>Before anything is read.</summary>
    public static SharingScene Loading { get; } = new(SharingState.Off, [], null, IsCertificateUnkept: false, null, TimeSpan.Zero, default, [], IsStale: false);
}

/// <summary>Reads how sharing stands for all who look. Nothing is read while nobody looks.</summary>
internal sealed partial class SharingMonitor(
    SharingSwitch sharing, DeviceStore devices, PairingDesk pairings, ListenSource source, LanListener listener, SharedCertificate certificate, TimeProvider time, ILogger<SharingMonitor> logger)
    : PollingService(time, logger)
{
    /// <summary>What pages show.</summary>
    public Feed<SharingScene> Scenes { get; } = new(SharingScene.Loading);

    /// <inheritdoc/>
    protected override TimeSpan Interval => TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public override Task TickAsync(CancellationToken cancellationToken) => Scenes.Readers > 0 ? ReadAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Reads it now, for a page that opens or has changed something.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            Scenes.Publish(new SharingScene(
                sharing.Current, source.Lan, certificate.Fingerprint, certificate.IsUnkept, pairings.Current, pairings.TimeLeft, await devices.ListAsync(cancellationToken), listener.Failed, IsStale: false));
        }
        catch (DbException fault)
        {
            Log.NotRead(logger, fault.Message);
            Scenes.Update(last => last.IsStale ? last : last with { IsStale = true });
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The paired devices could not be read: {Reason}")]
        public static partial void NotRead(ILogger logger, string reason);
    }
}
