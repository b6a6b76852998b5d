using Microsoft.Extensions.Options;
using MnM.Web.Hosting;

namespace MnM.Web.Security;

/// <summary>Headers that every answer carries; pictures and fonts, of which a page loads many, carry those that mean something to them.</summary>
internal static class SecurityHeaders
{
    /// <summary>Names the request; the log's lines about it have the same.</summary>
    public const string RequestId = "X-Request-Id";
    private const string ResourcePolicy = "Cross-Origin-Resource-Policy";

    /// <summary>What rules a document and what it loads; nothing is loaded by a picture of points or a font.</summary>
    private static readonly KeyValuePair<string, string>[] OfDocuments =
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
        new("Referrer-Policy", "no-referrer"),
        new("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
    ];

    /// <summary>What can be nothing else, since no browser may guess. A drawing (SVG) is a document.</summary>
    private static readonly HashSet<string> NoDocuments = ["image/webp", "image/png", "image/jpeg", "font/woff2"];

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
            if (context.Response.ContentType is not { } type || !NoDocuments.Contains(type))
            {
                foreach (var (name, value) in OfDocuments)
                {
                    headers[name] = value;
                }
            }

            headers.XContentTypeOptions = "nosniff";
            headers[ResourcePolicy] = "same-origin";
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
