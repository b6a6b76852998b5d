using MnM.Web.Shell;

namespace MnM.Web.Players;

/// <summary>Registers what the page and the endpoints of a player read, and tells where the page is.</summary>
internal static class PlayerPages
{
    /// <summary>Where a player's page is.</summary>
    public static string AddressOf(string gameName, string tagLine) => PlayerLink.AddressOf(gameName, tagLine);

    public static IServiceCollection AddPlayerPages(this IServiceCollection services)
    {
        services.AddSingleton<PlayerReader>();
        return services;
    }
}
