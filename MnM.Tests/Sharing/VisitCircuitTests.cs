using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;
using MnM.Tests.Hosting;
using MnM.Web.Security;
using MnM.Web.Sharing;

namespace MnM.Tests.Sharing;

public sealed class VisitCircuitTests : IDisposable
{
    private readonly OpenVisits _visits = new();
    private readonly ServerAuthenticationStateProvider _provider = new();

    [Theory]
    [InlineData(nameof(Role.Viewer))]
    [InlineData(nameof(Role.Owner))]
    public async Task A_revoked_device_s_page_has_no_visitor_any_more(string role)
    {
        using var circuit = await OpenAsync(role, "7");
        await _visits.EndAsync(8);
        Assert.True(await IsSomebodyAsync());
        await _visits.EndAsync(7);
        Assert.False(await IsSomebodyAsync());
    }

    [Fact]
    public async Task A_page_that_opens_after_the_revocation_has_none_either()
    {
        await _visits.EndAsync(7);
        using var circuit = await OpenAsync(nameof(Role.Owner), "7");
        Assert.False(await IsSomebodyAsync());
    }

    [Theory]
    [InlineData(nameof(Role.Viewer), false)]
    [InlineData(nameof(Role.Owner), true)]
    public async Task When_sharing_ends_the_owner_s_devices_stay(string role, bool stays)
    {
        using var circuit = await OpenAsync(role, "7");
        await _visits.EndViewersAsync();
        Assert.Equal(stays, await IsSomebodyAsync());
    }

    [Fact]
    public async Task Who_sits_at_the_machine_has_no_device()
    {
        using var circuit = await OpenAsync(nameof(Role.Owner), null);
        await _visits.EndAsync(0);
        await _visits.EndViewersAsync();
        Assert.True(await IsSomebodyAsync());
    }

    [Fact]
    public async Task Each_page_of_a_running_MnM_is_watched()
    {
        await using var mnm = await RunningMnm.StartAsync();
        await using var scope = mnm.App.Services.CreateAsyncScope();
        Assert.Contains(scope.ServiceProvider.GetServices<CircuitHandler>(), handler => handler is VisitCircuit);
    }

    public void Dispose() => _visits.Dispose();

    private async Task<VisitCircuit> OpenAsync(string role, string? device)
    {
        Claim[] claims = device is null ? [new(ClaimTypes.Role, role)] : [new(ClaimTypes.Role, role), new(Visitors.DeviceClaim, device)];
        _provider.SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity(claims, "Test")))));
        var circuit = new VisitCircuit(_provider, _visits);
        await circuit.OnCircuitOpenedAsync(null!, CancellationToken.None);
        return circuit;
    }

    private async Task<bool> IsSomebodyAsync() => (await _provider.GetAuthenticationStateAsync()).User.Identity!.IsAuthenticated;
}
