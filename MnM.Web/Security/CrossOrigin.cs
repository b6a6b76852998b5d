using Microsoft.Net.Http.Headers;
using MnM.Web.Hosting;
using MnM.Web.Shell;

namespace MnM.Web.Security;

/// <summary>Pages of other origins that the owner named (CORS_ORIGINS) may read what programs know from another server, and nothing else.</summary>
internal static class CrossOrigin
{
    /// <summary>Name of the policy; a route without it stays closed.</summary>
    public const string Policy = "CORS_ORIGINS";

    public static IServiceCollection AddCrossOrigin(this IServiceCollection services, HostingOptions options) => services.AddCors(cors => cors.AddPolicy(Policy, policy => policy
        // Asked each time, so that every answer says that it depends on the origin.
        .SetIsOriginAllowed(origin => options.CorsOrigins.Contains(origin, StringComparer.Ordinal))
        .WithMethods(HttpMethods.Get, HttpMethods.Post)
        .WithHeaders(HeaderNames.ContentType)
        .WithExposedHeaders(HeaderNames.Link, SecurityHeaders.RequestId, AnswerFacts.TotalCount, AnswerFacts.Page, AnswerFacts.Limit, AnswerFacts.Stale)));
}
