using Microsoft.Extensions.Options;
using MnM.Web.Hosting;

namespace MnM.Web.Security;

/// <summary>Headers that every answer carries.</summary>
internal static class SecurityHeaders
{
    /// <summary>Names the request; the log's lines about it have the same.</summary>
    public const string RequestId = "X-Request-Id";
    private const string ResourcePolicy = "Cross-Origin-Resource-Policy";

    private static readonly KeyValuePair<string, string>[] Headers =
    [
        new("Content-Security-Policy", string.Join("; ", [
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self'",
            // Bars and charts set their widths in style attributes.
            "style-src-attr 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ])),
        new("X-Content-Type-Options", "nosniff"),
        new("Referrer-Policy", "no-referrer"),
        new("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new(ResourcePolicy, "same-origin"),
    ];

    public static void UseSecurityHeaders(this WebApplication app)
    {
        var sharesPictures = app.Services.GetRequiredService<IOptions<HostingOptions>>().Value.CorsOrigins.Count > 0;
        app.Use((context, next) =>
        {
            // Just before the answer leaves: the exception handler clears headers that were set earlier.
            context.Response.OnStarting(Set, context);
            return next(context);
        });

        Task Set(object state)
        {
            var context = (HttpContext)state;
            var headers = context.Response.Headers;
            foreach (var (name, value) in Headers)
            {
                headers[name] = value;
            }

            headers[RequestId] = context.TraceIdentifier;
            if (sharesPictures && context.Request.Path.StartsWithSegments("/assets"))
            {
                // A page of another origin shows them in its own img elements.
                headers[ResourcePolicy] = "cross-origin";
            }

            return Task.CompletedTask;
        }
    }
}
