using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using MnM.Web.Security;

namespace MnM.Web.Sharing;

/// <summary>
/// Takes a page's visitor away when his device is let in no more. A circuit outlives its connection for a while: a browser that came back to it would have the role that it had.
/// </summary>
internal sealed class VisitCircuit(AuthenticationStateProvider provider, OpenVisits visits) : CircuitHandler, IDisposable
{
    private CancellationTokenRegistration _revoked;
    private CancellationTokenRegistration _ended;

    /// <inheritdoc/>
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var user = (await provider.GetAuthenticationStateAsync()).User;
        if (Visitors.DeviceOf(user) is not { } device)
        {
            return;
        }

        _revoked = visits.OfDevice(device).Register(Forget);
        if (!user.IsOwner())
        {
            _ended = visits.OfViewers().Register(Forget);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _revoked.Dispose();
        _ended.Dispose();
    }

    // Every page asks who is there anew, and is not for him.
    private void Forget() => ((IHostEnvironmentAuthenticationStateProvider)provider).SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
}
