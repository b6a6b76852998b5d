namespace MnM.Web.Security;

/// <summary>The cookie by which a paired device is known.</summary>
internal static class DeviceCookie
{
    public const string Name = "mnm-device";
    private static readonly TimeSpan Age = TimeSpan.FromDays(400);

    /// <summary>What the device presents; null where it presents nothing.</summary>
    public static string? Read(HttpRequest request) => request.Cookies[Name];

    /// <summary>Gives a device its token.</summary>
    public static void Write(HttpContext http, string token) => http.Response.Cookies.Append(Name, token, new CookieOptions
    {
        HttpOnly = true,
        // Strict would ask everybody who follows a friend's link to pair again. What changes anything asks for the page's own origin all the same.
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        MaxAge = Age,
        Path = "/",
        IsEssential = true,
    });
}
