using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Components.Endpoints;

namespace MnM.Web.Security;

/// <summary>Answers who may not ask: strangers are led to the page where they pair, programs are told a problem, and viewers of an owner's page see its frame without it.</summary>
internal sealed class Refusals(RefusalLog log) : IAuthorizationMiddlewareResultHandler
{
    /// <summary>Where a device is let in.</summary>
    public const string PairPath = "/pair";

    private const string NotPaired = $"This device is not paired with MnM. {PairPath} pairs it.";

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            return next(context);
        }

        if (context.User.Identity?.IsAuthenticated is not true)
        {
            if (!IsForPage(context))
            {
                log.Note(context, StatusCodes.Status401Unauthorized, NotPaired);
                return TypedResults.Problem(NotPaired, statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(context);
            }

            context.Response.Redirect(PairAddress(context.Request));
            return Task.CompletedTask;
        }

        if (!IsPage(context))
        {
            return TypedResults.Problem("Only the owner of this MnM may do that.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
        }

        // Routes asks the same policy, and shows a sentence in the page's place.
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return next(context);
    }

    /// <summary>Where the device pairs, with what it asked for: js/pair.js leads it there afterwards.</summary>
    private static string PairAddress(HttpRequest request)
    {
        var asked = request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
        return asked is "/" or "" ? PairPath : $"{PairPath}?to={Uri.EscapeDataString(asked)}";
    }

    private static bool IsForPage(HttpContext context) =>
        IsPage(context) || (Problems.IsForPeople(context) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase));

    private static bool IsPage(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
}
