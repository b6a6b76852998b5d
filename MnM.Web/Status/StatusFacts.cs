using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using MnM.Collector.Live;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Web.Shell;

namespace MnM.Web.Status;

/// <summary>A part of MnM and its version.</summary>
public sealed record PartVersion(string Part, string Version);

/// <summary>What the status page reads once: versions, and the database with what it holds.</summary>
/// <param name="Versions">In the order in which they are shown.</param>
/// <param name="Database">The database.</param>
/// <param name="Games">Watched games.</param>
/// <param name="Polls">Recorded polls.</param>
/// <param name="OpenPages">Pages open in browsers.</param>
/// <param name="Readers">Pages and sockets that follow the live state.</param>
/// <param name="MemoryBytes">Memory of the process.</param>
/// <param name="StartedAt">When the process started, UTC.</param>
/// <param name="ReadAt">When this was read, UTC.</param>
public sealed record StatusFacts(
    ImmutableArray<PartVersion> Versions, DatabaseReport Database, int Games, long Polls, int OpenPages, int Readers, long MemoryBytes, DateTimeOffset StartedAt, DateTimeOffset ReadAt);

/// <summary>Reads <see cref="StatusFacts"/>.</summary>
public sealed class StatusReader(
    DatabaseInspector database, GameQueries games, StaticDataStore staticData, OpenPages pages, MnM.Collector.Feed<LiveState> live, TimeProvider time)
{
    /// <summary>Reads it all anew.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task<StatusFacts> ReadAsync(CancellationToken cancellationToken)
    {
        var report = await database.ReadAsync(cancellationToken);
        var (count, polls) = await games.CountAsync(cancellationToken);
        return new(
            [
                new("MnM", Short(typeof(StatusReader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown")),
                new(".NET", RuntimeInformation.FrameworkDescription.Replace(".NET ", "", StringComparison.Ordinal)),
                new("System", $"{RuntimeInformation.OSDescription} ({RuntimeInformation.OSArchitecture})"),
                new("Blazor script", Metadata("BlazorScript") ?? "of the SDK"),
                new("Static data", staticData.Current.Version ?? "none yet"),
                new("Database engine", report.Engine),
            ],
            report,
            count,
            polls,
            pages.Count,
            live.Readers,
            Environment.WorkingSet,
            Started(),
            time.GetUtcNow());
    }

    private static DateTimeOffset Started()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.StartTime.ToUniversalTime();
    }

    /// <summary>The commit behind the version in eight characters, as people write it.</summary>
    private static string Short(string version) => version.Split('+') is [var number, { Length: > 8 } commit] ? $"{number}+{commit[..8]}" : version;

    private static string? Metadata(string key) =>
        typeof(StatusReader).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(one => one.Key == key)?.Value;
}
