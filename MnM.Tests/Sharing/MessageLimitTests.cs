using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging.Abstractions;
using MnM.Simulator;
using MnM.Web.Security;
using MnM.Web.Sharing;
using NSubstitute;

namespace MnM.Tests.Sharing;

public sealed class MessageLimitTests
{
    private static readonly Claim Device = new(Visitors.DeviceClaim, "7");
    private readonly SimulatorClock _clock = new();
    private readonly MessageLimit _limit;

    public MessageLimitTests() => _limit = new(_clock, NullLogger<MessageLimit>.Instance);

    [Fact]
    public async Task A_viewer_s_page_sends_a_thousand_messages_at_once_and_two_hundred_a_second()
    {
        var page = PageOf(Role.Viewer, Device);
        await SendAsync(page, 1000);
        _clock.Advance(2);
        await SendAsync(page, 400);
        page.DidNotReceive().Abort();

        await Assert.ThrowsAsync<HubException>(() => SendAsync(page, 1));
        page.Received().Abort();

        var other = PageOf(Role.Viewer, Device);
        await SendAsync(other, 1000);
        other.DidNotReceive().Abort();
    }

    [Fact]
    public async Task The_owner_is_not_limited_here_or_elsewhere()
    {
        foreach (var page in new[] { PageOf(Role.Owner), PageOf(Role.Owner, Device) })
        {
            await SendAsync(page, 5000);
            page.DidNotReceive().Abort();
        }
    }

    private static HubCallerContext PageOf(Role role, params Claim[] claims)
    {
        var page = Substitute.For<HubCallerContext>();
        page.User.Returns(Visitors.TicketOf(role, claims).Principal);
        page.Items.Returns(new Dictionary<object, object?>());
        return page;
    }

    private async Task SendAsync(HubCallerContext page, int count)
    {
        var invocation = new HubInvocationContext(page, Substitute.For<IServiceProvider>(), Substitute.For<Hub>(), typeof(object).GetMethod(nameof(ToString))!, []);
        for (var i = 0; i < count; i++)
        {
            Assert.Equal("done", await _limit.InvokeMethodAsync(invocation, _ => new ValueTask<object?>("done")));
        }
    }
}
