using Microsoft.Extensions.DependencyInjection.Extensions;
using MnM.Web.Security;

namespace MnM.Web.Live;

/// <summary>Registers what pages and endpoints of watched games ask before they show one.</summary>
internal static class LivePages
{
    public static IServiceCollection AddSharedGames(this IServiceCollection services)
    {
        services.TryAddSingleton<ICustomGameSharing, DecidedCustomGameSharing>();
        return services.AddSingleton<CustomGames>().AddSingleton<SharedGames>().AddSingleton<HiddenPeople>();
    }
}
