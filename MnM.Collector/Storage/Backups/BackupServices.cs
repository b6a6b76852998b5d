using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MnM.Collector.Storage.Backups;

/// <summary>Registers what makes backups and takes them back.</summary>
public static class BackupServices
{
    /// <summary>All of it but the loop: what works on a database that does not start, too.</summary>
    public static IServiceCollection AddRestore(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<BackupFolder>();
        services.AddSingleton<DatabaseCopier>();
        services.AddSingleton<BackupDesk>();
        services.AddSingleton<DatabaseRestore>();
        return services;
    }

    internal static IServiceCollection AddBackups(this IServiceCollection services)
    {
        services.AddRestore();
        services.AddSingleton<StartCheck>();
        services.AddSingleton<BackupLoop>();
        services.AddHostedService(provider => provider.GetRequiredService<BackupLoop>());
        return services;
    }
}
