using System.Collections.Immutable;

namespace MnM.Collector.History.Import;

/// <summary>The imports that run, for all who look.</summary>
/// <param name="Imports">Those that run and those that ended just now, the latest begun first.</param>
/// <param name="IsStale">Whether the database does not answer any more.</param>
/// <param name="At">When this was read, UTC; the default before the first time.</param>
public sealed record HistoryState(ImmutableArray<ImportView> Imports, bool IsStale, DateTimeOffset At)
{
    /// <summary>Before anything is read.</summary>
    public static HistoryState Starting { get; } = new([], IsStale: false, default);

    /// <summary>An import that runs or ended just now; null for others.</summary>
    public ImportView? Find(string id) => Imports.FirstOrDefault(import => import.Id == id);

    /// <summary>The import of a player that runs or ended just now, the latest; null where there is none.</summary>
    public ImportView? FindOf(long playerId) => Imports.FirstOrDefault(import => import.PlayerId == playerId);
}
