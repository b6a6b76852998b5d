namespace MnM.Web.Matches;

/// <summary>Registers what the page and the endpoints of matches read.</summary>
internal static class MatchServices
{
    public static IServiceCollection AddMatchPages(this IServiceCollection services)
    {
        services.AddSingleton<MatchOpener>();
        return services;
    }
}
