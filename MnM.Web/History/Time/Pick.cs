using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.History.Time;
using MnM.Collector.Matches.Played;
using MnM.Collector.Players;
using MnM.Web.Live;
using static System.FormattableString;

namespace MnM.Web.History.Time;

/// <summary>What can be chosen in a filter.</summary>
/// <param name="Value">As the address says it.</param>
/// <param name="Text">As a person reads it.</param>
public sealed record Pick(string Value, string Text);

/// <summary>The choices of the filters.</summary>
internal static class Picks
{
    /// <summary>Nobody looks for a friend among hundreds of strangers who were met twice.</summary>
    private const int MostCompanions = 60;

    public static ImmutableArray<Pick> Rates { get; } = [.. Enum.GetValues<RateMethod>().Select(method => new Pick(method.ToString(), TimeWords.Method(method)))];

    public static ImmutableArray<Pick> Queues(PlayerTime time) => [.. time.Choices.Queues.Select(choice => new Pick(Invariant($"{choice.Value}"), $"{TimeWords.Queue(choice.Value, time)} ({Figures.Whole(choice.Games)})"))];

    public static ImmutableArray<Pick> Champions(PlayerTime time) => [.. time.Choices.Champions.Select(choice => new Pick(Invariant($"{choice.Value.Id}"), $"{choice.Value.Name} ({Figures.Whole(choice.Games)})"))];

    public static ImmutableArray<Pick> Roles(PlayerTime time) => [.. time.Choices.Roles.Select(choice => new Pick(choice.Value, $"{TimeWords.Role(choice.Value)} ({Figures.Whole(choice.Games)})"))];

    public static ImmutableArray<Pick> Patches(PlayerTime time) => [.. time.Choices.Patches.Select(choice => new Pick(choice.Value, $"{choice.Value} ({Figures.Whole(choice.Games)})"))];

    /// <summary>With whom most games were played.</summary>
    public static ImmutableArray<Pick> Companions(PlayerTime time) =>
    [
        .. time.Choices.Companions.Where(companion => companion.GameName.Length > 0).Take(MostCompanions)
            .Select(companion => new Pick(PathOf(companion).ToString(), $"{companion.GameName}#{companion.TagLine} ({Figures.Whole(companion.Games)})")),
    ];

    /// <summary>The choice that a path names, as it is spelt among the choices.</summary>
    public static string? CompanionOf(PlayerPath? path, PlayerTime time) => path is null ? null
        : time.Choices.Companions.FirstOrDefault(companion => path.Is(companion.GameName, companion.TagLine) || path.Is(companion.Puuid)) is { GameName.Length: > 0 } known
            ? PathOf(known).ToString()
            : path.ToString();

    /// <summary>The zones that this machine knows by a place's name, and UTC.</summary>
    public static ImmutableArray<Pick> Zones(params TimeZoneInfo[] others) =>
    [
        .. others.Select(zone => zone.Id).Concat(TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)))
            .Append("UTC").Distinct().Order(StringComparer.Ordinal).Select(id => new Pick(id, id.Replace('_', ' '))),
    ];

    private static PlayerPath PathOf(Companion companion) => PlayerPath.Of(companion.GameName, companion.TagLine);
}

/// <summary>The spans of days that have a name. The address holds days, so that a link shows the same to everybody.</summary>
internal static class Spans
{
    /// <summary>From one day to another.</summary>
    public const string Days = "days";

    private static readonly ImmutableArray<(Pick Pick, Func<DateOnly, DateOnly> From)> Named =
    [
        (new("30d", "last 30 days"), today => today.AddDays(-29)),
        (new("90d", "last 90 days"), today => today.AddDays(-89)),
        (new("12m", "last 12 months"), today => today.AddMonths(-12).AddDays(1)),
    ];

    public static ImmutableArray<Pick> All { get; } = [.. Named.Select(span => span.Pick), new(Days, "from – to")];

    /// <summary>The span of a filter; null where all days are looked at.</summary>
    public static string? Of(TimeFilter filter, DateOnly today) => filter switch
    {
        { From: null, To: null } => null,
        { From: { } from, To: null } => Named.Where(span => span.From(today) == from).Select(span => span.Pick.Value).FirstOrDefault(Days),
        _ => Days,
    };

    /// <summary>The filter with another span; one with given ends begins with the last thirty days.</summary>
    public static TimeFilter Choose(TimeFilter filter, string? span, DateOnly today) => span switch
    {
        null => filter with { From = null, To = null },
        Days => filter with { From = filter.From ?? today.AddDays(-29), To = filter.To ?? today },
        _ => filter with { From = Named.First(named => named.Pick.Value == span).From(today), To = null },
    };

    /// <summary>A day as a field for days has it.</summary>
    public static string? Word(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day of such a field; null where it is empty.</summary>
    public static DateOnly? Read(object? word) => DateOnly.TryParseExact(word as string, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
