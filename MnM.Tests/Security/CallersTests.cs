using System.Net;
using MnM.Web.Security;

namespace MnM.Tests.Security;

public sealed class CallersTests
{
    [Theory]
    [InlineData("192.168.1.4", "192.168.1.4")]
    [InlineData("::ffff:192.168.1.4", "192.168.1.4")]
    [InlineData("fd00:1:2:3:4:5:6:7", "fd00:1:2:3::/64")]
    [InlineData("fd00:1:2:3::1", "fd00:1:2:3::/64")]
    [InlineData("fd00:1:2:4::1", "fd00:1:2:4::/64")]
    [InlineData("::1", "::1")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    public void Addresses_that_one_machine_can_have_count_together(string address, string caller) => Assert.Equal(caller, Callers.Of(IPAddress.Parse(address)));

    [Fact]
    public void Nobody_knows_who_has_no_address() => Assert.Equal("", Callers.Of(null));
}
