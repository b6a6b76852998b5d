using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using MnM.Collector.Insights.Language;
using MnM.Collector.Live;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Sharing;
using MnM.Collector.StaticData;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tracking.Webhooks;
using MnM.Web.Security;

namespace MnM.Web.Settings;

/// <summary>Somebody whom MnM asks or tells.</summary>
/// <param name="Who">For people.</param>
/// <param name="Host">Where, never with a path or a password: those may be secrets.</param>
/// <param name="Purpose">What goes there, and what for.</param>
/// <param name="State">Why nothing goes there now; null where something does.</param>
public sealed record Leaving(string Who, string Host, string Purpose, string? State = null)
{
    /// <summary>Whether it stays on this machine all the same.</summary>
    public bool IsHere => Uri.TryCreate($"http://{Host}", UriKind.Absolute, out var address) && address.IsLoopback;
}

/// <summary>Tells what leaves the machine, from what is set now.</summary>
public sealed class LeavingList(
    IOptions<RiotOptions> riot, RiotKeys keys, IOptions<StaticDataOptions> staticData, IOptions<LiveOptions> live, IOptions<AnalyticsOptions> analytics,
    LanguageDesk language, WebhookStore webhooks, SharingSwitch sharing, IOptions<SharingOptions> shared)
{
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task<ImmutableArray<Leaving>> ReadAsync(CancellationToken cancellationToken)
    {
        var model = await language.FindAsync(cancellationToken);
        var hooks = await webhooks.ListAsync(cancellationToken);
        return
        [
            new("Riot’s API", riot.Value.AddressOf("euw1").Authority.Replace("euw1", "*", StringComparison.Ordinal),
                "Asked for accounts, ranks, masteries, running games and matches of people here; your key goes along.", keys.Changes.Current is { League: false, Tactics: false } ? "no key" : null),
            new("Data Dragon", HostOf(staticData.Value.BaseUrl), "Asked for names and pictures of champions, items and runes. Nobody is named."),
            new("Riot’s lists", HostOf(staticData.Value.ConstantsUrl), "Asked for queues and maps. Nobody is named."),
            .. live.Value.Root is null ? [new Leaving("Riot’s certificate", HostOf(live.Value.RootUrl), "Asked for the root certificate of the running game. Nobody is named.")] : Array.Empty<Leaving>(),
            .. hooks.Select(hook => new Leaving($"Webhook ({hook.Format})", HostOf(new Uri(hook.Target)), "Told of friends’ games: name, champion, result.", hook.PausedAt is null ? webhooks.IsOn ? null : "switched off" : "paused")),
            .. model.Endpoint is { } endpoint
                ? [new Leaving($"Language model {model.Model}", HostOf(endpoint), "Told the figures of a report with the names in it, to write it.", model.IsOn ? null : "not agreed to")]
                : Array.Empty<Leaving>(),
            .. sharing.Current.IsOn ? [Shared(shared.Value.Https)] : Array.Empty<Leaving>(),
            .. analytics.Value.ClickHouse is { } rows ? [new Leaving("ClickHouse", HostOf(rows), "Keeps the rows of TFT matches. Nobody is named.")] : Array.Empty<Leaving>(),
        ];
    }

    private static Leaving Shared(bool byHttps) => new("Devices of the local network", byHttps ? "by HTTPS" : "by HTTP, in clear",
        $"Those that you let in are shown games, friends and matches of people here{(byHttps ? "." : "; who listens to the network can read along.")}");

    private static string HostOf(Uri address) => address.IsDefaultPort ? address.Host : $"{address.Host}:{address.Port}";
}
