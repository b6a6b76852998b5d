using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace MnM.Web.Security;

/// <summary>Says who asks. There is nothing to sign in to: who has no role is refused, never challenged.</summary>
internal sealed class Visitors(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "Visitors";

    /// <inheritdoc />
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Task.FromResult(Owner.IsHere(Context) ? AuthenticateResult.Success(TicketOf(Role.Owner)) : AuthenticateResult.NoResult());

    private static AuthenticationTicket TicketOf(Role role) =>
        new(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role.ToString())], SchemeName)), SchemeName);
}
