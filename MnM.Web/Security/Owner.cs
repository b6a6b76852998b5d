using System.Security.Claims;

namespace MnM.Web.Security;

/// <summary>The one who runs this MnM. Every route that says nothing else is for him alone.</summary>
internal static class Owner
{
    /// <summary>Name of the policy.</summary>
    public const string Policy = "Owner";

    // A local reverse proxy makes strangers look local; what it adds to a request gives it away. Of a trusted one X-Original-… is left.
    private static readonly string[] ForwardingHeaders = ["Forwarded", "Via", "X-Real-IP"];
    private static readonly string[] ForwardingPrefixes = ["X-Forwarded-", "X-Original-"];

    /// <summary>Whether somebody is the owner.</summary>
    public static bool IsOwner(this ClaimsPrincipal user) => user.IsInRole(nameof(Role.Owner));

    /// <summary>Whether a request comes from this machine itself.</summary>
    public static bool IsHere(HttpContext http) =>
        RequestRules.IsLoopback(http.Connection.RemoteIpAddress)
        && RequestRules.IsLoopbackName(http.Request.Host)
        && !http.Request.Headers.Keys.Any(IsForwarding);

    private static bool IsForwarding(string header) =>
        ForwardingHeaders.Contains(header, StringComparer.OrdinalIgnoreCase) || Array.Exists(ForwardingPrefixes, prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
