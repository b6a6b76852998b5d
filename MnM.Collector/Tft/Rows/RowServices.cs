using Microsoft.Extensions.DependencyInjection;

namespace MnM.Collector.Tft.Rows;

/// <summary>Registers what makes rows of raw matches.</summary>
internal static class RowServices
{
    public static IServiceCollection AddRows(this IServiceCollection services) => services
        .AddSingleton<NameBook>()
        .AddSingleton<RowsTurn>()
        .AddSingleton<RowMaker>()
        .AddHostedService<DeriveLoop>();
}
