using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using MnM.Benchmarks.Scenarios.Sharing;
using MnM.Web.Security;

namespace MnM.Tests.Security;

/// <summary>Who may ask which route, as docs/routes.md says.</summary>
internal static partial class RouteTable
{
    private const string Nobody = "00000000-0000-4000-8000-000000000000";

    /// <summary>The rows: a route by its methods and path, and from whom on it answers.</summary>
    public static IReadOnlyDictionary<string, string> Read() => RouteRow.ReadAll().ToDictionary(row => row.Route, row => row.Who);

    /// <summary>What a row says: whether nobody, a viewer and the owner are answered.</summary>
    public static string Of(Endpoint endpoint) => PoliciesOf(endpoint) switch
    {
        [Everyone.Policy] => "yes yes yes",
        [Viewer.Policy] => "– yes yes",
        [Owner.Policy] => "– – yes",
        var other => $"unclear: {string.Join(", ", other)}",
    };

    /// <summary>How the table names a route: files of the web root by their folder.</summary>
    public static string NameOf(RouteEndpoint route)
    {
        var path = '/' + Constraint().Replace(route.RoutePattern.RawText!.Trim('/'), "}");
        if (route.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return path.LastIndexOf('/') is > 0 ? $"GET /{path.Split('/')[1]}/…" : $"GET {Fingerprint().Replace(path, "")}";
        }

        var methods = route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;
        return $"{(methods is { Count: > 0 } ? string.Join(' ', methods) : "*")} {path}";
    }

    /// <summary>A path that leads to a route.</summary>
    public static string Sample(RouteEndpoint route) => "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => Value(route.RoutePattern, parameter.Name),
        _ => "",
    }))));

    private static string[] PoliciesOf(Endpoint endpoint) => [.. endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy ?? "").Distinct()];

    private static string Value(RoutePattern pattern, string parameter) => pattern.ParameterPolicies.TryGetValue(parameter, out var policies)
        ? string.Join(' ', policies.Select(policy => policy.Content)) switch
        {
            "" => "some",
            "guid" => Nobody,
            _ => 7.ToString(CultureInfo.InvariantCulture),
        }
        : "some";

    [GeneratedRegex(":[a-z]+}")]
    private static partial Regex Constraint();

    // MnM.Web.6pu7qu3roe.styles.css.gz is MnM.Web.styles.css.
    [GeneratedRegex(@"\.[a-z0-9]{10}(?=\.)|\.(gz|br)$")]
    private static partial Regex Fingerprint();
}
