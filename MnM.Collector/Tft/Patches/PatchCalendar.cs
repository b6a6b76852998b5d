using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Tft.Patches;

/// <summary>Which patch a match was played on: by its version where that says one, else by a table of dates, which is shipped and can be edited.</summary>
public sealed class PatchCalendar
{
    private readonly IDbContextFactory<MnmDbContext> _contexts;

    private readonly Lock _lock = new();

    // Read once and after each change: hundreds of matches are derived in a row.
    private volatile Table? _table;
    private volatile int _changes;

    internal PatchCalendar(IDbContextFactory<MnmDbContext> contexts) => _contexts = contexts;

    /// <summary>The patch of a match; <see cref="Patch.Unknown"/> where neither version nor table says.</summary>
    /// <param name="gameVersion">Riot's text, for example "Linux Version 16.10.776.5552 (…)"; since set 18 it says no patch.</param>
    /// <param name="set">The set's number.</param>
    /// <param name="at">When the match ended; null where Riot does not say.</param>
    /// <param name="cancellationToken">Ends the reading of the table.</param>
    public async Task<Patch> PatchOfAsync(string? gameVersion, int set, DateTimeOffset? at, CancellationToken cancellationToken) =>
        GameVersion.PatchOf(gameVersion) ?? PatchAt(await TableAsync(cancellationToken), set, at);

    /// <summary>The table, the latest first.</summary>
    public async Task<IReadOnlyList<PatchDate>> ReadAsync(CancellationToken cancellationToken) => await TableAsync(cancellationToken);

    /// <summary>Of the patches of a set the one that began last before a time. A set's old games come back as modes of their own, so that a date alone says nothing.</summary>
    internal static Patch PatchAt(ImmutableArray<PatchDate> table, int set, DateTimeOffset? at) =>
        at is { } time && table.Where(row => row.Set == set && row.From <= time).MaxBy(row => (row.From, row.Patch)) is { } found ? found.Patch : Patch.Unknown;

    /// <summary>Keeps a date; one that came with MnM is overridden.</summary>
    internal async Task SaveAsync(Patch patch, int set, DateTimeOffset from, CancellationToken cancellationToken)
    {
        await using (var db = await _contexts.CreateDbContextAsync(cancellationToken))
        {
            var row = await db.Set<StoredPatch>().FindAsync([patch.Code], cancellationToken) ?? db.Add(new StoredPatch { Code = patch.Code }).Entity;
            (row.SetNumber, row.StartsAt) = (set, from);
            await db.SaveChangesAsync(cancellationToken);
        }

        Forget();
    }

    /// <summary>Forgets a date that was entered here; where one came with MnM, that is in force again.</summary>
    internal async Task RemoveAsync(Patch patch, CancellationToken cancellationToken)
    {
        await using (var db = await _contexts.CreateDbContextAsync(cancellationToken))
        {
            await db.Set<StoredPatch>().Where(row => row.Code == patch.Code).ExecuteDeleteAsync(cancellationToken);
        }

        Forget();
    }

    private async Task<ImmutableArray<PatchDate>> TableAsync(CancellationToken cancellationToken)
    {
        // In this order: a change in between then shows.
        var change = _changes;
        var table = _table;
        if (table is not null)
        {
            return table.Value;
        }

        var read = await ReadTableAsync(cancellationToken);
        lock (_lock)
        {
            // What was read before a change must not outlive it.
            _table = change == _changes ? new Table(read) : _table;
        }

        return read;
    }

    private void Forget()
    {
        lock (_lock)
        {
            _changes++;
            _table = null;
        }
    }

    private async Task<ImmutableArray<PatchDate>> ReadTableAsync(CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var own = await db.Set<StoredPatch>().AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. own.Select(row => new PatchDate(Patch.OfCode(row.Code), row.SetNumber, row.StartsAt, IsOwn: true))
                .UnionBy(ShippedPatches.All, row => row.Patch)
                .OrderByDescending(row => row.Patch),
        ];
    }

    private sealed record Table(ImmutableArray<PatchDate> Value);
}

/// <summary>Since when a patch is played.</summary>
/// <param name="Patch">Which.</param>
/// <param name="Set">Of which set.</param>
/// <param name="From">Its first moment, UTC.</param>
/// <param name="IsOwn">Whether somebody entered or changed it here; else it came with MnM.</param>
public sealed record PatchDate(Patch Patch, int Set, DateTimeOffset From, bool IsOwn)
{
    /// <summary>Until when it is believed where the calendar has no later patch: they come about every two weeks.</summary>
    public DateTimeOffset LikelyEnd => From + TimeSpan.FromDays(21);
}
