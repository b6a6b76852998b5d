namespace MnM.Web.Champions;

/// <summary>The pages of champions.</summary>
public static class ChampionPages
{
    /// <summary>All champions.</summary>
    internal const string List = "/champion";

    /// <summary>Where a champion is shown.</summary>
    /// <param name="alias">Data Dragon's name, for example MonkeyKing; Riot's number works too.</param>
    public static string AddressOf(string alias) => $"{List}/{Uri.EscapeDataString(alias)}";

    /// <summary>Registers what pages and endpoints of champions read.</summary>
    internal static IServiceCollection AddChampionPages(this IServiceCollection services)
    {
        services.AddSingleton<ChampionReader>();
        return services;
    }
}
