using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Audit;

namespace NewsRoom.Web.Hosting;

/// <summary>Where a request comes from, as a keyed hash: the same network has the same mark, and nobody who has the database alone can find the address by trying them all.</summary>
internal sealed class NetworkOrigin(IOptions<StorageOptions> storage)
{
    private readonly Lazy<byte[]> _key = new(() => SecretKey.Read(storage.Value.Keys, "origin.key"));

    /// <summary>16 hexadecimal digits; null where there is no address.</summary>
    public string? MarkOf(IPAddress? address) =>
        address is null ? null : Convert.ToHexStringLower(HMACSHA256.HashData(_key.Value, NetworkOf(address)))[..16];

    /// <summary>An IPv4 address whole; of an IPv6 address the first 64 bits, which are one household's or office's.</summary>
    public static byte[] NetworkOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? bytes[..8] : bytes;
    }
}

/// <summary>Who acts in a request, and from where; outside of one, the command line.</summary>
internal static class RequestActor
{
    private static readonly AuditActor CommandLine = new(null, "command line", null);

    public static WhoActs In(IServiceProvider services) => () =>
    {
        if (services.GetRequiredService<IHttpContextAccessor>().HttpContext is not { } context)
            return CommandLine;
        var origin = services.GetRequiredService<NetworkOrigin>().MarkOf(context.Connection.RemoteIpAddress);
        return context.User.Identity?.IsAuthenticated == true
            ? new(context.User.EditorId(), context.User.DisplayName(), origin)
            : new(null, "not signed in", origin);
    };
}
