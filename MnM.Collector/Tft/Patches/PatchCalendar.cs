namespace MnM.Collector.Tft.Patches;

/// <summary>Which patch a match was played on: by its version where that says one, else by a table of dates, which is shipped and can be edited.</summary>
public sealed class PatchCalendar
{
    /// <summary>The patch of a match; <see cref="Patch.Unknown"/> where neither version nor table says.</summary>
    /// <param name="gameVersion">Riot's text, for example "Linux Version 16.10.776.5552 (…)"; since set 18 it says no patch.</param>
    /// <param name="set">The set's number.</param>
    /// <param name="at">When the match ended; null where Riot does not say.</param>
    /// <param name="cancellationToken">Ends the reading of the table.</param>
    public Task<Patch> PatchOfAsync(string? gameVersion, int set, DateTimeOffset? at, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The table, the latest first.</summary>
    public Task<IReadOnlyList<PatchDate>> ReadAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
}

/// <summary>Since when a patch is played.</summary>
/// <param name="Patch">Which.</param>
/// <param name="Set">Of which set.</param>
/// <param name="From">Its first moment, UTC.</param>
/// <param name="IsOwn">Whether somebody entered or changed it here; else it came with MnM.</param>
public sealed record PatchDate(Patch Patch, int Set, DateTimeOffset From, bool IsOwn);
