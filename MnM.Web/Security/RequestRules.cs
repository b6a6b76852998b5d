using System.Net;
using System.Net.Mime;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using MnM.Web.Hosting;

namespace MnM.Web.Security;

/// <summary>Which requests are refused before anything looks at them: foreign names, foreign pages, foreign bodies.</summary>
/// <param name="origins">Origins whose pages may sign people up and in.</param>
/// <param name="hosts">Names under which MnM answers.</param>
internal sealed class RequestRules(IReadOnlyList<string> origins, AllowedHosts hosts)
{
    /// <summary>Largest body, in bytes.</summary>
    public const long LargestBody = 1_048_576;

    private static readonly Refusal Foreign = new(StatusCodes.Status403Forbidden, "The request comes from another site.");
    private static readonly PathString[] OpenToOrigins = [.. ((string[])["/users/sign_up", "/users/sign_in", "/fetch_user"]).SelectMany(path => new PathString[] { path, $"/api{path}" })];

    /// <summary>Why <paramref name="request"/> is refused; null where it is not.</summary>
    public Refusal? Check(HttpRequest request) => CheckHost(request) ?? CheckOrigin(request) ?? CheckBody(request);

    /// <summary>A web page of another name that resolves to this machine (DNS rebinding) still sends its own name as Host.</summary>
    private Refusal? CheckHost(HttpRequest request) =>
        !request.Host.HasValue ? new(StatusCodes.Status400BadRequest, "The request names no host.")
        : !hosts.Allows(request.Host) ? new(StatusCodes.Status421MisdirectedRequest, "MnM does not answer to this host name.")
        : null;

    /// <summary>A foreign page may send requests and open sockets here without a preflight; the browser tells its origin.</summary>
    private Refusal? CheckOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        if (!IsSocket(request) && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)))
        {
            return HttpMethods.IsOptions(request.Method) || !IsForeign(request) || MayRead(origin.ToString(), request) ? null : Foreign;
        }

        var foreign = origin.Count > 0
            ? !IsOpenTo(origin.ToString(), request) && !string.Equals(origin.ToString(), $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            : IsForeign(request);
        return foreign ? Foreign : null;
    }

    private static bool IsForeign(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");

    /// <summary>A link may lead here, and pictures stand in pages of named origins. Else a page could not read the answer, yet could have Riot asked until the key's limits are used up.</summary>
    private bool MayRead(string origin, HttpRequest request) =>
        origins.Contains(origin, StringComparer.Ordinal)
        || request.Headers["Sec-Fetch-Dest"] == "document"
        || (origins.Count > 0 && request.Path.StartsWithSegments("/assets"));

    private static Refusal? CheckBody(HttpRequest request)
    {
        if (LimitsItself(request) || request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is not true)
        {
            return null;
        }

        var isJson = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase);
        return !isJson ? new(StatusCodes.Status415UnsupportedMediaType, "A body must be application/json.")
            : request.ContentLength > LargestBody ? new(StatusCodes.Status413PayloadTooLarge, $"A body may hold {LargestBody} bytes.")
            : null;
    }

    /// <summary>Blazor's own endpoints take forms and SignalR's text, and a game file is no JSON; they limit bodies themselves.</summary>
    public static bool LimitsItself(HttpRequest request) => request.Path.StartsWithSegments("/_blazor") || request.Path.Equals("/api/games/import");

    /// <summary>Whether a Host header can only mean this machine.</summary>
    public static bool IsLoopbackName(HostString host) => HostingOptions.IsLoopback(host.Host);

    /// <summary>Whether a connection comes from this machine.</summary>
    public static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);

    /// <summary>These change nothing but who has signed up, and grant nothing.</summary>
    private bool IsOpenTo(string origin, HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && !IsSocket(request) && origins.Contains(origin, StringComparer.Ordinal) && Array.Exists(OpenToOrigins, path => request.Path.Equals(path));

    private static bool IsSocket(HttpRequest request) =>
        request.Headers.Upgrade.Count > 0 || request.HttpContext.Features.Get<IHttpExtendedConnectFeature>()?.IsExtendedConnect is true;
}

/// <summary>A refused request: the status to answer with, and a sentence for the one who sent it.</summary>
internal sealed record Refusal(int Status, string Detail);
