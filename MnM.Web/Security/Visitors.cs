using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using MnM.Collector.Sharing;

namespace MnM.Web.Security;

/// <summary>Says who asks: the one who sits at this machine, or the device whose cookie comes along.</summary>
internal sealed class Visitors(
    IOptions<SharingOptions> sharing, SharingSwitch shared, DeviceStore devices, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "Visitors";

    /// <summary>The claim that holds a device's number; who sits at this machine has none.</summary>
    public const string DeviceClaim = "device";

    /// <summary>The device that asks; null where it is none.</summary>
    public static long? DeviceOf(ClaimsPrincipal user) => long.TryParse(user.FindFirst(DeviceClaim)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (sharing.Value.OwnerFromLoopback && Owner.IsHere(Context))
        {
            return AuthenticateResult.Success(TicketOf(Role.Owner));
        }

        // The owner's devices are let in always: without OWNER_FROM_LOOPBACK nobody else could switch sharing on.
        return DeviceCookie.Read(Request) is { } token
            && await devices.FindAsync(token, Context.Connection.RemoteIpAddress?.ToString(), Context.RequestAborted) is { } device
            && (device.IsOwner || shared.Current.IsOn)
            ? AuthenticateResult.Success(TicketOf(device.IsOwner ? Role.Owner : Role.Viewer, new Claim(DeviceClaim, device.Id.ToString(CultureInfo.InvariantCulture))))
            : AuthenticateResult.NoResult();
    }

    internal static AuthenticationTicket TicketOf(Role role, params Claim[] more) =>
        new(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role.ToString()), .. more], SchemeName)), SchemeName);
}
