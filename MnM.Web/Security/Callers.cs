using System.Net;
using System.Net.Sockets;

namespace MnM.Web.Security;

/// <summary>Whose requests count together. By IPv6 one machine has as many addresses as it likes, all in its network of 64 bits.</summary>
internal static class Callers
{
    private const int Prefix = 64;

    /// <summary>An address of IPv4, or a network of IPv6; empty where nobody knows.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (plain.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(plain))
        {
            return plain.ToString();
        }

        var bytes = plain.GetAddressBytes();
        bytes.AsSpan(Prefix / 8).Clear();
        return new IPNetwork(new IPAddress(bytes), Prefix).ToString();
    }
}
