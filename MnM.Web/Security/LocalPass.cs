using System.Security.Cryptography;
using System.Text;
using MnM.Collector.Sharing;

namespace MnM.Web.Security;

/// <summary>What a browser shows that gave the owner code where no device can be stored. It ends when MnM begins anew.</summary>
internal sealed class LocalPass
{
    private const string Cookie = "mnm-repair";
    private readonly string _token = DeviceToken.New();

    /// <summary>Gives it to a browser.</summary>
    public void GiveTo(HttpContext http) => http.Response.Cookies.Append(
        Cookie, _token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/", IsEssential = true });

    /// <summary>Whether a request bears it.</summary>
    public bool IsShownBy(HttpRequest request) =>
        request.Cookies[Cookie] is { } shown && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(_token));
}
