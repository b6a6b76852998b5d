namespace MnM.Web.Shell;

/// <summary>Paths that programs know from another server: each is there as it was, and the same below /api. See docs/endpoints.md.</summary>
internal static class ContractRoutes
{
    /// <summary>Maps routes twice.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="tag">How tools group them.</param>
    /// <param name="map">Maps them; the second argument makes an endpoint's name of one, since each needs its own.</param>
    public static void MapContract(this IEndpointRouteBuilder routes, string tag, Action<IEndpointRouteBuilder, Func<string, string>> map)
    {
        map(routes.MapGroup("").WithTags(tag), name => name);
        map(routes.MapGroup("/api").WithTags(tag), name => $"{name}BelowApi");
    }
}
