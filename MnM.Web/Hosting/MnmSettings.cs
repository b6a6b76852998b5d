using MnM.Collector.Insights.Language;
using MnM.Collector.Live;
using MnM.Collector.Riot;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Crawling;
using MnM.Collector.Tracking;
using MnM.Web.Security;

namespace MnM.Web.Hosting;

/// <summary>Everything that was set, read and checked.</summary>
public sealed record MnmSettings
{
    /// <summary>Name of the one that is used at once.</summary>
    public const string LogLevel = "LOG_LEVEL";

    /// <summary>Settings that the demo keeps; all others would lead it to real data or real addresses.</summary>
    private static readonly string[] KeptByDemo =
    [
        "--urls", "API_HOST", "API_PORT", "CORS_ORIGINS", "OWNER_FROM_LOOPBACK", "ALLOWED_HOSTS", "TRUSTED_PROXIES", "SHARE_HTTPS", "LOG_LEVEL", "--demo-speed", "--demo-seed", "POLLING_INTERVAL_SECONDS", "LIVE_GRACE_SECONDS", "STATIC_DATA_LANGUAGE",
        "DETECTION_INTERVAL_SECONDS", "COMPLETION_INTERVAL_SECONDS", "CRAWLER_ENABLED", "CRAWLER_COOLDOWN_MINUTES",
    ];

    /// <summary>Settings that count from the next start of the process: its folder is locked, and pages come back where they were.</summary>
    public static IReadOnlyList<string> FromNextStart { get; } = ["DB_PATH", "API_HOST", "API_PORT"];

    /// <summary>The texts as they were given, by setting name.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>Whether the game, its players and its numbers are invented.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Whether it is shared from the start on, whatever was decided before.</summary>
    public bool IsShared { get; init; }
    public required HostingOptions Hosting { get; init; }
    public required SharingOptions Sharing { get; init; }
    public required RiotOptions Riot { get; init; }
    public required LiveOptions Live { get; init; }
    public required StorageOptions Storage { get; init; }
    public required StaticDataOptions StaticData { get; init; }
    public required TrackingOptions Tracking { get; init; }
    public required CrawlerOptions Crawler { get; init; }
    public required LanguageOptions Language { get; init; }
    public required AnalyticsOptions Analytics { get; init; }

    /// <summary>Values that no log may show.</summary>
    public IReadOnlyList<string> Secrets => [.. Setting.Secrets.Where(Values.ContainsKey).Select(name => Values[name])];

    /// <summary>Reads texts by setting name; what is absent has its default.</summary>
    /// <exception cref="StartException">Values are wrong; the message names them all.</exception>
    public static MnmSettings From(IReadOnlyDictionary<string, string> values, IEnumerable<Fault>? earlierFaults = null)
    {
        SettingsReader reader = new(values);
        MnmSettings settings = new()
        {
            Values = values,
            Hosting = reader.Read<HostingOptions>(),
            Sharing = reader.Read<SharingOptions>(),
            Riot = reader.Read<RiotOptions>(),
            Live = reader.Read<LiveOptions>(),
            Storage = reader.Read<StorageOptions>(),
            StaticData = reader.Read<StaticDataOptions>(),
            Tracking = reader.Read<TrackingOptions>(),
            Crawler = reader.Read<CrawlerOptions>(),
            Language = reader.Read<LanguageOptions>(),
            Analytics = reader.Read<AnalyticsOptions>(),
        };
        List<Fault> faults = [.. earlierFaults ?? [], .. reader.Faults];
        return faults.Count == 0 ? settings : throw StartException.From(faults);
    }

    /// <summary>The same with other addresses to listen on.</summary>
    public MnmSettings ListeningOn(string urls) =>
        From(new Dictionary<string, string>(Values) { ["--urls"] = urls }) with { IsDemo = IsDemo, IsShared = IsShared };

    /// <summary>What was set meanwhile, as far as the process can follow it; the same where nothing was.</summary>
    public MnmSettings Followed(MnmSettings given) => Taking(given, name => !FromNextStart.Contains(name));

    /// <summary>The same with another level of the log.</summary>
    public MnmSettings LoggedAs(MnmSettings given) => Taking(given, name => name == LogLevel);

    private MnmSettings Taking(MnmSettings given, Predicate<string> isTaken)
    {
        Dictionary<string, string> values = new(Values.Where(pair => !isTaken(pair.Key)).Concat(given.Values.Where(pair => isTaken(pair.Key))));
        return values.Count == Values.Count && values.All(pair => Values.GetValueOrDefault(pair.Key) == pair.Value) ? this : From(values) with { IsDemo = IsDemo, IsShared = IsShared };
    }

    /// <summary>The demo's folder below the one of the real data.</summary>
    public string DemoDirectory => Path.Combine(Storage.DataDirectory, "demo");

    /// <summary>Settings of the demo: its own folder, and the addresses of a simulator in place of all real ones.</summary>
    public MnmSettings ForDemo(IReadOnlyDictionary<string, string> simulator)
    {
        Dictionary<string, string> values = new(Values.Where(pair => KeptByDemo.Contains(pair.Key)));
        foreach (var (name, value) in simulator)
        {
            values[name] = value;
        }

        // Nobody would see anything of Teamfight Tactics before its crawler was started.
        values.TryAdd("CRAWLER_ENABLED", "true");
        values["--data"] = DemoDirectory;
        return From(values) with { IsDemo = true, IsShared = IsShared };
    }
}
