using System.Collections.Immutable;
using System.Globalization;

namespace MnM.Collector.Insights.Words;

/// <summary>Actions in words.</summary>
internal static class ActionWords
{
    private static readonly ImmutableArray<string> Counts = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>m:ss.</summary>
    public static string Time(double seconds) => (int)Math.Max(0, seconds) is var whole ? string.Create(CultureInfo.InvariantCulture, $"{whole / 60}:{whole % 60:00}") : "";

    /// <summary>A chance as a whole percent, without its sign.</summary>
    public static string Percent(double chance) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100 * Math.Abs(chance), MidpointRounding.AwayFromZero):0} %");

    /// <summary>What fell, as a subject within a sentence.</summary>
    public static string Objective(ActionKind kind, string detail) => kind switch
    {
        ActionKind.Baron => "Baron",
        ActionKind.Elder => "the elder dragon",
        ActionKind.Dragon => Dragon(detail) is { } name ? $"the {name} dragon" : "a dragon",
        ActionKind.Atakhan => "Atakhan",
        ActionKind.Herald => "the herald",
        ActionKind.Grub => "a void grub",
        ActionKind.Inhibitor => "an inhibitor",
        ActionKind.Tower => "a tower",
        ActionKind.Plate => "a plate",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This is nothing that falls."),
    };

    /// <summary>"two deaths between 22:10 and 24:00", "a death at 14:05".</summary>
    public static string Group(ActionGroup group)
    {
        var word = group.Kind == ActionKind.Death ? "death" : "takedown";
        return group.Count == 1 ? $"a {word} at {Time(group.From)}" : $"{Count(group.Count)} {word}s {Span(group)}";
    }

    /// <summary>"between 22:10 and 24:00"; "at 22:10" where that is the same.</summary>
    public static string Span(ActionGroup group) =>
        Time(group.From) is var from && Time(group.To) is var to && from == to ? $"at {from}" : $"between {from} and {to}";

    /// <summary>"Baron fell 40 s later".</summary>
    public static string Sequel(ActionSequel sequel) =>
        string.Create(CultureInfo.InvariantCulture, $"{Objective(sequel.Kind, sequel.Detail)} fell {Math.Round(sequel.After, MidpointRounding.AwayFromZero):0} s later");

    /// <summary>A number as people write small ones.</summary>
    public static string Count(int count) => count >= 0 && count < Counts.Length ? Counts[count] : count.ToString(CultureInfo.InvariantCulture);

    /// <summary>The timeline's word in the game's; null of one that MnM does not know.</summary>
    private static string? Dragon(string detail) => detail switch
    {
        "Fire" => "Infernal",
        "Water" => "Ocean",
        "Earth" => "Mountain",
        "Air" => "Cloud",
        "Hextech" or "Chemtech" => detail,
        _ => null,
    };
}
