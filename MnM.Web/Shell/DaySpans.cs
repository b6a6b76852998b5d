using System.Collections.Immutable;
using System.Globalization;

namespace MnM.Web.Shell;

/// <summary>From one day to another; null where there is no end.</summary>
public readonly record struct DaySpan(DateOnly? From, DateOnly? To);

/// <summary>The spans of days that have a name. The address holds days, so that a link shows the same to everybody.</summary>
internal static class DaySpans
{
    /// <summary>From one day to another.</summary>
    public const string Days = "days";

    private const string Day = "yyyy-MM-dd";

    private static readonly ImmutableArray<(Pick Pick, Func<DateOnly, DateOnly> From)> Named =
    [
        (new("30d", "last 30 days"), today => today.AddDays(-29)),
        (new("90d", "last 90 days"), today => today.AddDays(-89)),
        (new("12m", "last 12 months"), today => today.AddMonths(-12).AddDays(1)),
    ];

    public static ImmutableArray<Pick> All { get; } = [.. Named.Select(span => span.Pick), new(Days, "from – to")];

    /// <summary>The name of a span; null of all days.</summary>
    public static string? Of(DaySpan days, DateOnly today) => days switch
    {
        { From: null, To: null } => null,
        { From: { } from, To: null } => Named.Where(span => span.From(today) == from).Select(span => span.Pick.Value).FirstOrDefault(Days),
        _ => Days,
    };

    /// <summary>Another span; one with given ends begins with the last thirty days.</summary>
    public static DaySpan Choose(DaySpan days, string? span, DateOnly today) => span switch
    {
        null => default,
        Days => new(days.From ?? today.AddDays(-29), days.To ?? today),
        _ => new(Named.First(named => named.Pick.Value == span).From(today), null),
    };

    /// <summary>A day as addresses and fields for days have it.</summary>
    public static string? Word(DateOnly? day) => day?.ToString(Day, CultureInfo.InvariantCulture);

    /// <summary>A day of such a field; null where it is empty.</summary>
    public static DateOnly? Read(object? word) => DateOnly.TryParseExact(word as string, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>When a day begins by the clocks of a zone; null of the calendar's first and last years, whose days have no UTC on one side of Greenwich.</summary>
    public static DateTimeOffset? Midnight(DateOnly? day, TimeZoneInfo zone)
    {
        if (day is not { } date || date.Year is < 2 or > 9998)
        {
            return null;
        }

        var local = date.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
