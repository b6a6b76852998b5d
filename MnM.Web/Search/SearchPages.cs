using MnM.Web.Shell;

namespace MnM.Web.Search;

/// <summary>Registers the search, and its box in the bar of every page.</summary>
internal static class SearchPages
{
    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.AddSingleton<SearchQuery>();
        services.AddSingleton(new BarPart(typeof(SearchBox)));
        return services;
    }
}
