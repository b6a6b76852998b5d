using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Matches;
using MnM.Collector.Storage;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Patches;

/// <summary>Edits the calendar of patches. Where that puts stored matches into another patch, the rows of all are made anew, without a request, once the owner has confirmed it.</summary>
public sealed class PatchDesk
{
    private const int MostSets = 99;
    private static readonly DateTimeOffset FirstDay = new(2019, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(366);

    private readonly PatchCalendar _calendar;
    private readonly RowsDesk _rows;
    private readonly IDbContextFactory<MnmDbContext> _contexts;
    private readonly TimeProvider _time;

    internal PatchDesk(PatchCalendar calendar, RowsDesk rows, IDbContextFactory<MnmDbContext> contexts, TimeProvider time) =>
        (_calendar, _rows, _contexts, _time) = (calendar, rows, contexts, time);

    /// <summary>The calendar, the latest patch first.</summary>
    public Task<IReadOnlyList<PatchDate>> ReadAsync(CancellationToken cancellationToken) => _calendar.ReadAsync(cancellationToken);

    /// <summary>Enters the date of a patch, or another one.</summary>
    /// <param name="patch">Which.</param>
    /// <param name="set">Of which set.</param>
    /// <param name="from">Its first moment.</param>
    /// <param name="isConfirmed">Whether the rows may be made anew where stored matches come into another patch.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<PatchChange> SaveAsync(Patch patch, int set, DateTimeOffset from, bool isConfirmed, CancellationToken cancellationToken)
    {
        var table = await _calendar.ReadAsync(cancellationToken);
        if (FaultOf(patch, set, from, table) is { } fault)
        {
            return fault;
        }

        var wanted = new PatchDate(patch, set, from, IsOwn: true);
        return table.Contains(wanted)
            ? new PatchChange.Done(0)
            : await ChangeAsync(
                table, [wanted, .. table.Where(row => row.Patch != patch)], () => _calendar.SaveAsync(patch, set, from, CancellationToken.None), isConfirmed, cancellationToken);
    }

    /// <summary>Forgets a date that was entered here; where one came with MnM, that is in force again.</summary>
    /// <param name="patch">Which.</param>
    /// <param name="isConfirmed">As of <see cref="SaveAsync"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<PatchChange> RemoveAsync(Patch patch, bool isConfirmed, CancellationToken cancellationToken)
    {
        var table = await _calendar.ReadAsync(cancellationToken);
        return table.FirstOrDefault(row => row.Patch == patch) switch
        {
            null => new PatchChange.Refused(PatchChange.PatchField, $"The calendar has no patch {patch}."),
            { IsOwn: false } => new PatchChange.Refused(PatchChange.PatchField, $"The date of {patch} came with MnM: it can be changed, not removed."),
            _ => await ChangeAsync(
                table,
                [.. table.Where(row => row.Patch != patch), .. ShippedPatches.All.Where(row => row.Patch == patch)],
                () => _calendar.RemoveAsync(patch, CancellationToken.None),
                isConfirmed,
                cancellationToken),
        };
    }

    /// <summary>The times, from one until before another, whose matches of a set come into another patch; null is the end of time.</summary>
    internal static IEnumerable<(int Set, DateTimeOffset From, DateTimeOffset? Until)> ChangedSpans(ImmutableArray<PatchDate> before, ImmutableArray<PatchDate> after)
    {
        foreach (var set in before.Concat(after).Select(row => row.Set).Distinct())
        {
            DateTimeOffset[] starts = [.. before.Concat(after).Where(row => row.Set == set).Select(row => row.From).Distinct().Order()];
            for (var i = 0; i < starts.Length; i++)
            {
                if (PatchCalendar.PatchAt(before, set, starts[i]) != PatchCalendar.PatchAt(after, set, starts[i]))
                {
                    yield return (set, starts[i], i + 1 < starts.Length ? starts[i + 1] : null);
                }
            }
        }
    }

    private PatchChange.Refused? FaultOf(Patch patch, int set, DateTimeOffset from, IEnumerable<PatchDate> table)
    {
        if (patch.Code == 0)
        {
            return new(PatchChange.PatchField, "A patch looks like 18.2 or 18.2b.");
        }

        if (set is < 1 or > MostSets)
        {
            return new(PatchChange.SetField, $"A set is a number from 1 to {MostSets}.");
        }

        if (from < FirstDay || from > _time.GetUtcNow() + Ahead)
        {
            return new(PatchChange.FromField, $"A patch begins between {Day(FirstDay)} and a year from now.");
        }

        var others = table.Where(row => row.Set == set && row.Patch != patch).ToList();
        return others.Where(row => row.Patch < patch && row.From >= from).MaxBy(row => row.Patch) is { } earlier
                ? new(PatchChange.FromField, $"{earlier.Patch} begins on {Day(earlier.From)}: {patch} comes after it.")
            : others.Where(row => row.Patch > patch && row.From <= from).MinBy(row => row.Patch) is { } later
                ? new(PatchChange.FromField, $"{later.Patch} begins on {Day(later.From)}: {patch} comes before it.")
            : null;
    }

    private async Task<PatchChange> ChangeAsync(
        IReadOnlyList<PatchDate> before, ImmutableArray<PatchDate> after, Func<Task> change, bool isConfirmed, CancellationToken cancellationToken)
    {
        var matches = await CountAsync(ChangedSpans([.. before], after), cancellationToken);
        if (matches > 0 && !isConfirmed)
        {
            return new PatchChange.ToConfirm(matches);
        }

        if (matches == 0)
        {
            await change();
            return new PatchChange.Done(0);
        }

        // Whoever asked may go away; rows of half of the matches must not stay behind.
        return await _rows.DeriveAgainAsync(change, CancellationToken.None) is { } fault ? new PatchChange.NotDerived(fault) : new PatchChange.Done(matches);
    }

    private async Task<int> CountAsync(IEnumerable<(int Set, DateTimeOffset From, DateTimeOffset? Until)> spans, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var (matches, count) = (db.TftMatches, 0);
        foreach (var (set, from, until) in spans)
        {
            count += await matches.CountAsync(
                match => match.SetNumber == set && match.GameDatetime >= from && (until == null || match.GameDatetime < until), cancellationToken);
        }

        return count;
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What came of a change of the calendar.</summary>
public abstract record PatchChange
{
    internal const string PatchField = "patch";
    internal const string SetField = "set";
    internal const string FromField = "from";

    private PatchChange()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="Matches">How many stored matches come into another patch by it; the rows of all matches are made anew where there are any.</param>
    public sealed record Done(int Matches) : PatchChange;

    /// <summary>Nothing is changed yet: so many stored matches would come into another patch, for which the rows of all matches are made anew.</summary>
    public sealed record ToConfirm(int Matches) : PatchChange;

    /// <summary>Nothing is changed, since the rows of the matches could not be thrown away.</summary>
    /// <param name="Why">A sentence for people.</param>
    public sealed record NotDerived(string Why) : PatchChange;

    /// <summary>It cannot be.</summary>
    /// <param name="Field">patch, set or from.</param>
    /// <param name="Why">A sentence for people.</param>
    public sealed record Refused(string Field, string Why) : PatchChange;
}
