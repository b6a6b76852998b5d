using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MnM.Collector.Storage.Backups;
using MnM.Collector.Storage.Exports;

namespace MnM.Collector.Storage;

/// <summary>Registers the database.</summary>
internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddDbContextFactory<MnmDbContext, MnmDbContextFactory>((provider, options) =>
        {
            var storage = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
            Directory.CreateDirectory(Path.GetDirectoryName(storage.DatabasePath)!);
            options.UseMnmSqlite(storage.DatabasePath);
        });
        services.AddSingleton<DatabaseMigrator>();
        services.AddSingleton<DatabaseInspector>();
        services.AddSingleton<SetAsideCopies>();
        services.AddSingleton<ExportReader>();
        services.AddBackups();
        services.AddHostedService<DatabaseStart>();
        return services;
    }

    /// <summary>SQLite as MnM uses it.</summary>
    public static DbContextOptionsBuilder UseMnmSqlite(this DbContextOptionsBuilder options, string file) => options
        .UseSqlite(ConnectionStringOf(file))
        .AddInterceptors(new SqlitePragmas());

    /// <summary>Opens the database without a context, for what the start itself asks: the model that the first context makes takes some tenths of a second.</summary>
    public static SqliteConnection OpenWithoutModel(string file)
    {
        SqliteConnection connection = new(ConnectionStringOf(file));
        connection.Open();
        return connection;
    }

    private static string ConnectionStringOf(string file) => new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 2 }.ConnectionString;
}
