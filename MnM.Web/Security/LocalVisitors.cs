using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace MnM.Web.Security;

/// <summary>Says who asks where no device can be known, since the database that holds them is not open: the one who sits at this machine or gave the owner code, or nobody.</summary>
internal sealed class LocalVisitors(IOptions<SharingOptions> sharing, LocalPass pass, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <inheritdoc />
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Task.FromResult((sharing.Value.OwnerFromLoopback && Owner.IsHere(Context)) || pass.IsShownBy(Request) ? AuthenticateResult.Success(Visitors.TicketOf(Role.Owner)) : AuthenticateResult.NoResult());
}
