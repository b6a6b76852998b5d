using System.ComponentModel.DataAnnotations;
using System.Reflection;
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

/// <summary>A setting that people can give: an option's property with a <see cref="DisplayAttribute"/>, which holds its name.</summary>
public sealed record Setting(string Name, string Description, PropertyInfo Property)
{
    private static readonly Type[] OptionTypes =
    [
        typeof(HostingOptions), typeof(SharingOptions), typeof(RiotOptions), typeof(LiveOptions), typeof(StorageOptions), typeof(StaticDataOptions), typeof(TrackingOptions), typeof(CrawlerOptions),
        typeof(LanguageOptions), typeof(AnalyticsOptions),
    ];

    /// <summary>Every setting. A name that begins with -- can be given on the command line alone.</summary>
    public static IReadOnlyList<Setting> All { get; } = [.. OptionTypes.SelectMany(Of)];

    /// <summary>The settings whose values no log may show.</summary>
    public static IReadOnlyList<string> Secrets { get; } = ["RIOT_API_KEY", "RIOT_TFT_API_KEY", "INSIGHTS_API_KEY", "TFT_CLICKHOUSE_URL"];

    /// <summary>Whether only the command line can give it.</summary>
    public bool IsSwitch => Name.StartsWith("--", StringComparison.Ordinal);

    /// <summary>How the command line gives it.</summary>
    public string Switch => IsSwitch ? Name : $"--{Name}";

    /// <summary>The settings that an options class holds.</summary>
    public static IEnumerable<Setting> Of(Type options) =>
        from property in options.GetProperties()
        let display = property.GetCustomAttribute<DisplayAttribute>()
        where display is not null
        select new Setting(display.Name!, display.Description!, property);

    /// <summary>The known name most like <paramref name="name"/>; null where none is near.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        var (nearest, distance) = known.Select(candidate => (candidate, Distance(candidate.ToUpperInvariant(), name.ToUpperInvariant()))).MinBy(pair => pair.Item2);
        return distance <= Math.Max(2, name.Length / 3) ? nearest : null;
    }

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
