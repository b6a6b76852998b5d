using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace MnM.Web.Security;

/// <summary>Names of the policies beside <see cref="Owner.Policy"/>.</summary>
internal static class Viewer
{
    /// <summary>Whoever has a role.</summary>
    public const string Policy = "Viewer";
}

/// <summary>Everybody whose request gets as far as a route.</summary>
internal static class Everyone
{
    /// <summary>What nobody needs a role for: it tells nothing of anybody.</summary>
    public const string Policy = "Everyone";
}

/// <summary>Who may ask which route.</summary>
internal static class Policies
{
    public static IServiceCollection AddRoles(this IServiceCollection services) =>
        services.AddRoles<Visitors>().AddSingleton<IAuthorizationMiddlewareResultHandler, Refusals>();

    /// <summary>The same by another answer to who asks, and with bare refusals.</summary>
    public static IServiceCollection AddRoles<TVisitors>(this IServiceCollection services)
        where TVisitors : AuthenticationHandler<AuthenticationSchemeOptions>
    {
        services.AddAuthentication(Visitors.SchemeName).AddScheme<AuthenticationSchemeOptions, TVisitors>(Visitors.SchemeName, null);
        var owner = new AuthorizationPolicyBuilder().RequireRole(nameof(Role.Owner)).Build();
        services.AddAuthorizationBuilder()
            .AddPolicy(Owner.Policy, owner)
            .AddPolicy(Viewer.Policy, policy => policy.RequireRole(nameof(Role.Viewer), nameof(Role.Owner)))
            .AddPolicy(Everyone.Policy, policy => policy.RequireAssertion(_ => true))
            .SetFallbackPolicy(owner)
            .SetDefaultPolicy(owner);
        services.AddCascadingAuthenticationState();
        services.AddSingleton<AllowedHosts>();
        services.AddSingleton<RefusalLog>();
        services.AddHostedService(provider => provider.GetRequiredService<RefusalLog>());
        return services;
    }

    /// <summary>Routes that say nothing of who may ask them are the owner's.</summary>
    public static TBuilder ForOwnerUnlessSaid<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder
    {
        routes.Finally(route =>
        {
            if (!route.Metadata.OfType<IAuthorizeData>().Any())
            {
                route.Metadata.Add(new AuthorizeAttribute(Owner.Policy));
            }
        });
        return routes;
    }

    /// <summary>Opens a route to whoever has a role.</summary>
    public static TBuilder ForViewers<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.RequireAuthorization(Viewer.Policy);

    /// <summary>Opens a route to whoever gets as far as it.</summary>
    public static TBuilder ForEveryone<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.RequireAuthorization(Everyone.Policy);
}
