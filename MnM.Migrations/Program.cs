using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using MnM.Collector.Storage;

namespace MnM.Migrations;

/// <summary>Where dotnet-ef gets the context from.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<MnmDbContext>
{
    public MnmDbContext CreateDbContext(string[] args) => new(
        (DbContextOptions<MnmDbContext>)new DbContextOptionsBuilder<MnmDbContext>().UseMnmSqlite("design-time.db").Options);

    private static void Main() => Console.WriteLine("For dotnet ef only; see CONTRIBUTING.md.");
}
