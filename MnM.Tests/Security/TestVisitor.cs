using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Web.Security;

namespace MnM.Tests.Security;

/// <summary>Takes everybody who asks a running MnM for a viewer.</summary>
internal sealed class TestVisitor(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Name = "Test";

    public static void AreViewers(IServiceCollection services) => services.AddAuthentication(Name).AddScheme<AuthenticationSchemeOptions, TestVisitor>(Name, null);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, nameof(Role.Viewer))], Name)), Name)));
}
