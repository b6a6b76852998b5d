using System.Collections.Immutable;
using MnM.Collector.History.Time;
using MnM.Collector.Matches.Played;
using static System.FormattableString;

namespace MnM.Web.History.Time;

/// <summary>By what playtime is told.</summary>
internal enum PlaytimeBy
{
    Day,
    Week,
    Month,
    Champion,
    Role,
    Queue,
}

/// <summary>A line of the playtime.</summary>
/// <param name="Name">Which day, champion …</param>
/// <param name="Games">How many; of periods those that began in it.</param>
/// <param name="Played">Exact.</param>
/// <param name="Rate">Null of periods, which are too short for one.</param>
internal sealed record PlaytimeRow(string Name, int Games, TimeSpan Played, WinRate? Rate)
{
    /// <summary>Periods with the latest first, the others with the most played first.</summary>
    public static ImmutableArray<PlaytimeRow> Of(PlayerTime time, PlaytimeBy by)
    {
        var (report, playtime) = (time.Report, time.Report.Playtime);
        return by switch
        {
            PlaytimeBy.Day => [.. report.Calendar.Days.Reverse().Select(day => new PlaytimeRow(TimeWords.Day(day.Date), day.Games, day.Played, null))],
            PlaytimeBy.Week => [.. playtime.Weeks.Reverse().Select(week => new PlaytimeRow(Invariant($"{week.Start:d MMM} – {week.Start.AddDays(6):d MMM yyyy}"), week.Games, week.Played, null))],
            PlaytimeBy.Month => [.. playtime.Months.Reverse().Select(month => new PlaytimeRow(Invariant($"{month.Start:MMMM yyyy}"), month.Games, month.Played, null))],
            PlaytimeBy.Champion => Groups(playtime.Champions, champion => champion.Name),
            PlaytimeBy.Role => Groups(playtime.Roles, TimeWords.Role),
            _ => Groups(playtime.Queues, queue => TimeWords.Queue(queue, time)),
        };
    }

    private static ImmutableArray<PlaytimeRow> Groups<TKey>(ImmutableArray<GameGroup<TKey>> groups, Func<TKey, string> name) =>
        [.. groups.Select(group => new PlaytimeRow(name(group.Key), group.Games, group.Played, group.Rate))];
}
