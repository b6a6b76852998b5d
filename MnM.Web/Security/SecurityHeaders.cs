namespace MnM.Web.Security;

/// <summary>Headers that every answer carries.</summary>
internal static class SecurityHeaders
{
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
        new("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Just before the answer leaves: the exception handler clears headers that were set earlier.
        context.Response.OnStarting(Set, context.Response);
        return next(context);
    });

    private static Task Set(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        foreach (var (name, value) in Headers)
        {
            headers[name] = value;
        }

        return Task.CompletedTask;
    }
}
