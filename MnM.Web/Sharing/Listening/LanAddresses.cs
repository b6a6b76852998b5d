using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace MnM.Web.Sharing.Listening;

/// <summary>This machine's addresses in the local network.</summary>
/// <param name="read">All its addresses.</param>
internal sealed class LanAddresses(Func<IEnumerable<IPAddress>> read)
{
    /// <summary>A machine with many virtual networks would open an endpoint for each.</summary>
    private const int Most = 16;

    private static readonly IPNetwork[] Private =
    [
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("fc00::/7"),
    ];

    /// <summary>Those of this machine.</summary>
    public LanAddresses()
        : this(OfThisMachine)
    {
    }

    /// <summary>Its private addresses, IPv4 first.</summary>
    public IReadOnlyList<IPAddress> Read() =>
        [.. read().Where(IsPrivate).Distinct().OrderBy(address => address.AddressFamily == AddressFamily.InterNetworkV6).ThenBy(address => address.ToString(), StringComparer.Ordinal).Take(Most)];

    /// <summary>Whether an address is of a local network alone (RFC 1918, RFC 4193): never one that the internet reaches.</summary>
    public static bool IsPrivate(IPAddress address) => !address.IsIPv4MappedToIPv6 && Array.Exists(Private, network => network.Contains(address));

    /// <summary>All its addresses, loopback included. Linux does not know of its tunnels and of loopback whether they are up.</summary>
    internal static IEnumerable<IPAddress> OfThisMachine() =>
        from network in NetworkInterface.GetAllNetworkInterfaces()
        where network.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown
        from address in network.GetIPProperties().UnicastAddresses
        select address.Address;
}
