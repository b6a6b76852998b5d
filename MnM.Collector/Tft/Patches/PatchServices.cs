using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Storage;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Patches;

/// <summary>Registers the calendar of patches.</summary>
internal static class PatchServices
{
    public static IServiceCollection AddPatches(this IServiceCollection services)
    {
        services.AddSingleton(provider => new PatchCalendar(provider.GetRequiredService<IDbContextFactory<MnmDbContext>>()));
        services.AddSingleton(provider => new PatchDesk(
            provider.GetRequiredService<PatchCalendar>(),
            provider.GetRequiredService<RowsDesk>(),
            provider.GetRequiredService<IDbContextFactory<MnmDbContext>>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
