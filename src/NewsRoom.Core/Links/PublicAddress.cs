using System.Net;
using System.Net.Sockets;

namespace NewsRoom.Core.Links;

/// <summary>Which network addresses belong to everybody. Whatever is not known to be public is taken for private (the special-purpose registries of IANA, RFC 6890 and its successors).</summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] NotPublic =
    [
        // This network, private, shared by carriers, loopback, link-local (cloud metadata among it).
        Net("0.0.0.0/8"), Net("10.0.0.0/8"), Net("100.64.0.0/10"), Net("127.0.0.0/8"), Net("169.254.0.0/16"), Net("172.16.0.0/12"),
        // Protocol assignments, documentation, 6to4 relays, private, benchmarks, documentation.
        Net("192.0.0.0/24"), Net("192.0.2.0/24"), Net("192.88.99.0/24"), Net("192.168.0.0/16"), Net("198.18.0.0/15"), Net("198.51.100.0/24"), Net("203.0.113.0/24"),
        // Multicast, reserved and broadcast.
        Net("224.0.0.0/4"), Net("240.0.0.0/4"),
        // Inside the global unicast block of IPv6: protocols (Teredo among them), documentation, 6to4, documentation.
        Net("2001::/23"), Net("2001:db8::/32"), Net("2002::/16"), Net("3fff::/20"),
    ];

    /// <summary>All of IPv6 that is handed out to the public; loopback, link-local, unique local, multicast and addresses that hold one of IPv4 lie outside.</summary>
    private static readonly IPNetwork GlobalUnicast = Net("2000::/3");

    public static bool Is(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !Array.Exists(NotPublic, n => n.Contains(address)),
            AddressFamily.InterNetworkV6 => GlobalUnicast.Contains(address) && !Array.Exists(NotPublic, n => n.Contains(address)),
            _ => false,
        };
    }

    /// <summary>A public address at a port of the web.</summary>
    public static bool MayVisit(IPEndPoint place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.Port is 80 or 443 && Is(place.Address);
    }

    private static IPNetwork Net(string text) => IPNetwork.Parse(text);
}
