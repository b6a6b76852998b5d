using Microsoft.AspNetCore.Http;

namespace MnM.Simulator.RiotApi;

/// <summary>Which route a request is sent to, as part of the host or at the front of the path, and the rest of its path.</summary>
internal sealed record RiotAddress(string Route, string Path)
{
    /// <summary>Null where neither names a route.</summary>
    public static RiotAddress? Of(HttpRequest request)
    {
        var path = request.Path.Value ?? "/";
        if (request.Host.Host.Split('.') is [var host, _, ..] && RiotRoutes.IsRoute(host))
        {
            return new RiotAddress(host, path);
        }

        var end = path.IndexOf('/', Math.Min(1, path.Length));
        return end > 0 && RiotRoutes.IsRoute(path[1..end]) ? new RiotAddress(path[1..end], path[end..]) : null;
    }

    /// <summary>The method that the path names, with its parameters.</summary>
    public (RiotMethod Method, Dictionary<string, string> Values)? Resolve()
    {
        var found = RiotMethods.Resolve(Path.Split('/', StringSplitOptions.RemoveEmptyEntries));
        return found is { } one && one.Method.Routes.Has(Route) ? found : null;
    }
}
