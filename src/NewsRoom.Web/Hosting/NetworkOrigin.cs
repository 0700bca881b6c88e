using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Audit;

namespace NewsRoom.Web.Hosting;

/// <summary>Where a request comes from, as a keyed hash: the same network has the same mark, and nobody who has the database alone can find the address by trying them all.</summary>
internal sealed class NetworkOrigin(IOptions<StorageOptions> storage)
{
    private const int KeyBytes = 32;

    private readonly Lazy<byte[]> _key = new(() => ReadKey(Path.Combine(storage.Value.Keys, "origin.key")));

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

    private static byte[] ReadKey(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path, options);
            var key = RandomNumberGenerator.GetBytes(KeyBytes);
            file.Write(key);
            return key;
        }
        catch (IOException) when (File.Exists(path))
        {
            var key = File.ReadAllBytes(path);
            return key.Length == KeyBytes ? key : throw new InvalidDataException($"{path} does not hold a key of {KeyBytes} bytes. Delete it to have a new one made.");
        }
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
