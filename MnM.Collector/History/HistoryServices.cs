using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;
using MnM.Collector.History.Import;
using MnM.Collector.Players.Erasing;
using MnM.Collector.Storage;

namespace MnM.Collector.History;

/// <summary>Registers the history.</summary>
internal static class HistoryServices
{
    public static IServiceCollection AddHistory(this IServiceCollection services)
    {
        services.AddSingleton(new Feed<HistoryState>(HistoryState.Starting));
        services.AddSingleton<IPersonTraces, ImportTraces>();
        services.AddSingleton<ImportStore>();
        services.AddSingleton<ImportFigures>();
        services.AddSingleton<ImportSubjects>();
        services.AddSingleton<ListStore>();
        services.AddSingleton<RouteProbe>();
        services.AddSingleton<ListRunner>();
        services.AddSingleton<ImportMatchRunner>();
        services.AddSingleton<ImportTimelineRunner>();
        services.AddSingleton<ImportUpkeep>();
        services.AddSingleton<HistoryMonitor>();
        services.AddSingleton(provider => new HistoryQueries(
            provider.GetRequiredService<IDbContextFactory<MnmDbContext>>(), provider.GetRequiredService<ImportFigures>()));
        services.AddSingleton(provider => new HistoryJobs(
            provider.GetRequiredService<IDbContextFactory<MnmDbContext>>(),
            provider.GetRequiredService<ImportSubjects>(),
            provider.GetRequiredService<ImportFigures>(),
            provider.GetRequiredService<WorkQueue>(),
            provider.GetRequiredService<HistoryMonitor>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<HistoryJobs>>()));
        services.AddHostedService(provider => provider.GetRequiredService<ListRunner>());
        services.AddHostedService(provider => provider.GetRequiredService<ImportMatchRunner>());
        services.AddHostedService(provider => provider.GetRequiredService<ImportTimelineRunner>());
        services.AddHostedService(provider => provider.GetRequiredService<ImportUpkeep>());
        services.AddHostedService(provider => provider.GetRequiredService<HistoryMonitor>());
        return services;
    }
}
