using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MnM.Tests.Live.Recording;

/// <summary>A disk on which the database may grow to so many pages.</summary>
internal sealed class SmallDisk : DbConnectionInterceptor
{
    public int Pages { get; set; } = 100_000;

    /// <summary>Leaves so many pages beside what the database has.</summary>
    public async Task LeaveAsync(LiveRun run, int pages) =>
        Pages = await run.QueryAsync(async db => (await db.Database.SqlQuery<int>($"PRAGMA page_count").ToListAsync())[0]) + pages;

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA max_page_count = {Pages}";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
