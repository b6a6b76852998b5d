using System.Globalization;
using MnM.Collector.Riot;
using MnM.Web.Hosting;

namespace MnM.Web.Settings;

/// <summary>A setting as a page shows it. It never holds the value of a secret.</summary>
/// <param name="Name">As .env spells it.</param>
/// <param name="Text">What it means.</param>
/// <param name="Unit">What its number counts; null where it says so itself.</param>
/// <param name="Default">What holds where nobody gives it; empty for nothing.</param>
/// <param name="Value">What is given; null where nothing is, and of a secret.</param>
/// <param name="Origin">Who gives it.</param>
/// <param name="Choices">What can be given; empty where that is any text.</param>
public sealed record SettingField(string Name, string Text, string? Unit, string Default, string? Value, SettingOrigin Origin, IReadOnlyList<string> Choices)
{
    private static readonly string[] Units = ["seconds", "minutes", "hours", "days", "tokens"];

    public bool IsSecret => Setting.Secrets.Contains(Name);

    public bool IsSet => Origin is not SettingOrigin.Default;

    /// <summary>Whether something beats .env, so that it cannot be changed there.</summary>
    public bool IsLocked => Origin is SettingOrigin.Environment or SettingOrigin.CommandLine;

    /// <summary>Whether it counts from the next start of MnM.</summary>
    public bool IsFromNextStart => MnmSettings.FromNextStart.Contains(Name);

    internal static SettingField Of(GivenSetting given)
    {
        var (name, property) = (given.Setting.Name, given.Setting.Property);
        return new(
            name,
            SettingTexts.Of(name),
            Units.FirstOrDefault(unit => name.EndsWith($"_{unit}", StringComparison.OrdinalIgnoreCase)),
            DefaultOf(given.Setting),
            Setting.Secrets.Contains(name) ? null : given.Value,
            given.Origin,
            (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(bool) ? ["true", "false"] : ChoicesOf(name));
    }

    private static IReadOnlyList<string> ChoicesOf(string name) => name switch
    {
        "RIOT_PLATFORM" => Routing.Platforms,
        "RIOT_REGION" => Routing.Regions,
        "LOG_LEVEL" => ["Verbose", "Debug", "Information", "Warning", "Error", "Fatal", "Off"],
        _ => [],
    };

    /// <summary>As it would stand in .env.</summary>
    private static string DefaultOf(Setting setting) => setting.Property.GetValue(Activator.CreateInstance(setting.Property.DeclaringType!)) switch
    {
        TimeSpan time => time.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        Uri address => address.ToString().TrimEnd('/'),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
