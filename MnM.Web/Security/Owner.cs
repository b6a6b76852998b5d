using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace MnM.Web.Security;

/// <summary>The one who sits at this machine. Every route asks for this policy.</summary>
internal sealed class Owner : AuthorizationHandler<Owner.Requirement>
{
    /// <summary>Name of the policy.</summary>
    public const string Policy = "Owner";

    // A local reverse proxy makes strangers look local; what it adds to a request gives it away.
    private static readonly string[] ForwardingHeaders = ["Forwarded", "X-Real-IP"];
    private const string ForwardingPrefix = "X-Forwarded-";

    /// <summary>Whether the owner asks, as far as the policy can tell.</summary>
    public static async Task<bool> IsAsync(HttpContext http) =>
        (await http.RequestServices.GetRequiredService<IAuthorizationService>().AuthorizeAsync(http.User, http, Policy)).Succeeded;

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Requirement requirement)
    {
        if (context.Resource is HttpContext http && IsOwner(http))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private static bool IsOwner(HttpContext http) =>
        RequestRules.IsLoopback(http.Connection.RemoteIpAddress)
        && RequestRules.IsLoopbackName(http.Request.Host)
        && !http.Request.Headers.Keys.Any(IsForwarding);

    private static bool IsForwarding(string header) =>
        ForwardingHeaders.Contains(header, StringComparer.OrdinalIgnoreCase) || header.StartsWith(ForwardingPrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Being <see cref="Owner"/>.</summary>
    internal sealed class Requirement : IAuthorizationRequirement;
}

/// <summary>Registration of <see cref="Owner"/>.</summary>
internal static class OwnerServices
{
    public static IServiceCollection AddOwnerPolicy(this IServiceCollection services)
    {
        var policy = new AuthorizationPolicyBuilder().AddRequirements(new Owner.Requirement()).Build();
        services.AddAuthorizationBuilder().AddPolicy(Owner.Policy, policy).SetFallbackPolicy(policy).SetDefaultPolicy(policy);
        services.AddSingleton<IAuthorizationHandler, Owner>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, OwnerRefusal>();
        return services;
    }
}

/// <summary>Answers a stranger with a problem; there is nothing to sign in to, so a challenge would only throw.</summary>
internal sealed class OwnerRefusal : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        authorizeResult.Succeeded
            ? next(context)
            : TypedResults.Problem("Only the owner of this machine may do that.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
}
