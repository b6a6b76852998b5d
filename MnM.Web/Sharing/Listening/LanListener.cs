using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using MnM.Collector;
using MnM.Collector.Sharing;
using MnM.Web.Hosting;
using MnM.Web.Security;

namespace MnM.Web.Sharing.Listening;

/// <summary>Listens to the local network while MnM is shared, on the port that it has on this machine, and follows the network's changes.</summary>
internal sealed partial class LanListener(
    LanAddresses lan, ListenSource source, AllowedHosts hosts, SharingSwitch sharing, IServer server, IHostApplicationLifetime lifetime,
    MnmSettings settings, IOptions<SharingOptions> options, TimeProvider time, ILogger<LanListener> logger)
    : PollingService(time, logger)
{
    /// <summary>The server tells each failure in the log; every few seconds that would say nothing new.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly TimeProvider _time = time;
    private TimeSpan _wait = TimeSpan.Zero;
    private long _triedAt;
    private IReadOnlyList<string> _missed = [];

    /// <summary>Addresses that could not be listened to; tried again by themselves, ever more seldom.</summary>
    public IReadOnlyList<string> Failed { get; private set; } = [];

    /// <inheritdoc/>
    protected override TimeSpan Interval => TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before anybody can ask: the server starts after all services.
        await sharing.LoadAsync(settings.IsShared, cancellationToken);
        lifetime.ApplicationStarted.Register(Apply);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override Task TickAsync(CancellationToken cancellationToken)
    {
        Apply();
        TryAgain();
        return Task.CompletedTask;
    }

    /// <summary>The server begins a moment after it was told to: what it lacks twice has failed.</summary>
    private void TryAgain()
    {
        lock (_gate)
        {
            var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            var missing = source.Lan.Except(listening, StringComparer.OrdinalIgnoreCase).ToList();
            Failed = [.. missing.Intersect(_missed)];
            _missed = missing;
            if (Failed.Count == 0)
            {
                _wait = TimeSpan.Zero;
            }
            else if (_time.GetElapsedTime(_triedAt) >= _wait)
            {
                (_triedAt, _wait) = (_time.GetTimestamp(), _wait == TimeSpan.Zero ? 2 * Interval : 2 * _wait < LongestWait ? 2 * _wait : LongestWait);
                source.Retry(Failed);
            }
        }
    }

    /// <summary>Listens to what is to be listened to now.</summary>
    public void Apply()
    {
        lock (_gate)
        {
            if (FindPort() is not { } port)
            {
                return;
            }

            var isOn = sharing.Current.IsOn;
            var addresses = isOn ? lan.Read() : [];
            hosts.Share(isOn ? [.. addresses.Select(address => address.ToString()), .. NamesOfThisMachine(), .. options.Value.AllowedHosts] : []);
            if (source.Listen([.. addresses.Select(address => UrlOf(address, port))]))
            {
                Log.Listens(logger, addresses.Count == 0 ? "this machine alone" : string.Join(", ", source.Lan));
            }
        }
    }

    private static string[] NamesOfThisMachine() => [Environment.MachineName, $"{Environment.MachineName}.local"];

    private string UrlOf(IPAddress address, int port)
    {
        var host = address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
        return string.Create(CultureInfo.InvariantCulture, $"{(options.Value.Https ? "https" : "http")}://{host}:{port}");
    }

    /// <summary>The port on this machine; null before the server listens.</summary>
    private int? FindPort() => server.Features.Get<IServerAddressesFeature>()?.Addresses
        .Select(address => new Uri(address)).Where(address => HostingOptions.IsLoopback(address.Host)).Select(address => (int?)address.Port).FirstOrDefault(port => port > 0);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "MnM listens to {Addresses}")]
        public static partial void Listens(ILogger logger, string addresses);
    }
}
