using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MnM.Collector.Storage;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Analytics;

/// <summary>Registers the explorer, which asks whichever store is registered.</summary>
internal static class AnalyticsServices
{
    public static IServiceCollection AddAnalytics(this IServiceCollection services)
    {
        services.AddSingleton<AnswerCache>();
        services.AddSingleton(provider => new RowsDesk(
            provider.GetRequiredService<ITftAnalytics>(), provider.GetRequiredService<RowsTurn>(), provider.GetRequiredService<AnswerCache>(), provider.GetRequiredService<ILogger<RowsDesk>>()));
        services.AddSingleton(provider => new TftCoverageQueries(
            provider.GetRequiredService<ITftAnalytics>(), provider.GetRequiredService<IDbContextFactory<MnmDbContext>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new TftExplorer(
            provider.GetRequiredService<ITftAnalytics>(), provider.GetRequiredService<TftCoverageQueries>(), provider.GetRequiredService<NameBook>(),
            provider.GetRequiredService<PatchCalendar>(), provider.GetRequiredService<AnswerCache>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
