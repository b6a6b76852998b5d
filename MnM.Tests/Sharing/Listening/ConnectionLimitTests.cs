using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Abstractions;
using MnM.Web.Sharing.Listening;

namespace MnM.Tests.Sharing.Listening;

public sealed class ConnectionLimitTests
{
    private readonly ConnectionLimit _limit = new(NullLogger<ConnectionLimit>.Instance);
    private readonly TaskCompletionSource _held = new();
    private readonly List<Task> _open = [];
    private int _passed;

    [Fact]
    public async Task A_thousand_idle_sockets_of_one_address_hold_forty()
    {
        Open("192.168.1.4", 1000);
        Assert.Equal(40, _passed);
        Open("192.168.1.5", 1);
        Assert.Equal(41, _passed);
        await EndAsync();
    }

    [Fact]
    public async Task A_thousand_addresses_hold_four_hundred_and_never_the_owner_s()
    {
        OpenThousand(i => $"10.0.{i / 250}.{i % 250}");
        Assert.Equal(400, _passed);
        Open("127.0.0.1", 50);
        Open("::1", 50);
        Assert.Equal(500, _passed);
        await EndAsync();
    }

    [Fact]
    public async Task A_network_of_IPv6_leaves_room_for_others_whatever_addresses_it_has()
    {
        OpenThousand(i => $"fd00:1:2:3::{i:x}");
        Assert.Equal(200, _passed);
        Open("192.168.1.4", 1);
        Open("fd00:1:2:4::1", 1);
        Assert.Equal(202, _passed);
        await EndAsync();
        Assert.Equal(0, _limit.Open);
    }

    [Fact]
    public async Task What_ends_makes_room()
    {
        Open("192.168.1.4", 40);
        await EndAsync();
        Assert.Equal(0, _limit.Open);
        Open("192.168.1.4", 1);
        Assert.Equal(41, _passed);
    }

    [Fact]
    public async Task One_address_is_one_however_it_is_written()
    {
        Open("192.168.1.4", 30);
        Open("::ffff:192.168.1.4", 30);
        Assert.Equal(40, _passed);
        await EndAsync();
    }

    [Fact]
    public async Task A_connection_that_fails_makes_room_too()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _limit.PassAsync(From("192.168.1.4"), _ => throw new InvalidOperationException()));
        Assert.Equal(0, _limit.Open);
    }

    private static DefaultConnectionContext From(string address) => new() { RemoteEndPoint = new IPEndPoint(IPAddress.Parse(address), 50_000) };

    private void Open(string address, int count)
    {
        for (var i = 0; i < count; i++)
        {
            _open.Add(_limit.PassAsync(From(address), _ =>
            {
                _passed++;
                return _held.Task;
            }));
        }
    }

    private void OpenThousand(Func<int, string> address)
    {
        for (var i = 0; i < 1000; i++)
        {
            Open(address(i), 1);
        }
    }

    private Task EndAsync()
    {
        _held.TrySetResult();
        return Task.WhenAll(_open);
    }
}
