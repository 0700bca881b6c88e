using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace NewsRoom.Web.Hosting;

/// <summary>The picture that others show beside a link to this site: a sheet of news on the organisation's colour, drawn and packed here (PNG, ISO/IEC 15948), once.</summary>
internal sealed class CardImage
{
    public const string Path = "/card.png";

    /// <summary>Pixels: what those who show cards ask for.</summary>
    public const int Width = 1200;
    public const int Height = 630;

    private const byte Ground = 0;
    private const byte Paper = 1;
    private const byte Ink = 2;
    private const byte Grey = 3;
    private const byte Shade = 4;

    private readonly byte[] _png;
    private readonly EntityTagHeaderValue _tag;

    public CardImage(IOptions<NewsRoomOptions> options)
    {
        var accent = LooksOptions.Parts(options.Value.Looks.LightAccent);
        (byte, byte, byte) shade = ((byte)(accent.Red * 3 / 4), (byte)(accent.Green * 3 / 4), (byte)(accent.Blue * 3 / 4));
        _png = Pack(Draw(), [accent, (0xFF, 0xFE, 0xFB), (0x1B, 0x1A, 0x18), (0xC9, 0xC4, 0xB8), shade]);
        _tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(_png).AsSpan(0, 8))}\"");
    }

    public static void Map(WebApplication app) => app.MapMethods(Path, ["GET", "HEAD"], (CardImage card, HttpContext http) =>
    {
        http.Response.Headers.CacheControl = "public, max-age=86400";
        // It is there for pages elsewhere.
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Results.Bytes(card._png, "image/png", entityTag: card._tag);
    });

    private static byte[] Draw()
    {
        var pixels = new byte[Width * Height];
        Fill(pixels, 306, 86, 624, 544, Shade);
        Fill(pixels, 288, 68, 624, 562, Paper);
        // Masthead, a rule, the headline in two lines, and two columns of text.
        Fill(pixels, 340, 116, 300, 26, Ground);
        Fill(pixels, 340, 160, 520, 4, Ink);
        Fill(pixels, 340, 196, 520, 40, Ink);
        Fill(pixels, 340, 250, 380, 40, Ink);
        for (var line = 0; line < 9; line++)
        {
            var y = 326 + (line * 34);
            Fill(pixels, 340, y, line == 4 ? 180 : 245, 14, Grey);
            Fill(pixels, 615, y, line is 2 or 7 ? 150 : 245, 14, Grey);
        }

        return pixels;
    }

    private static void Fill(byte[] pixels, int x, int y, int width, int height, byte colour)
    {
        for (var row = y; row < Math.Min(y + height, Height); row++)
            Array.Fill(pixels, colour, (row * Width) + x, width);
    }

    /// <summary>Packs indexed pixels as a PNG.</summary>
    private static byte[] Pack(byte[] pixels, (byte Red, byte Green, byte Blue)[] palette)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        // Eight bits a pixel, each an index into the palette.
        (header[8], header[9]) = (8, 3);
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "PLTE"u8, [.. palette.SelectMany(c => (byte[])[c.Red, c.Green, c.Blue])]);
        using (var packed = new MemoryStream())
        {
            using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            {
                for (var row = 0; row < Height; row++)
                {
                    // No filter: equal pixels pack best as they are.
                    zlib.WriteByte(0);
                    zlib.Write(pixels, row * Width, Width);
                }
            }

            Chunk(png, "IDAT"u8, packed.ToArray());
        }

        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        png.Write(number);
    }

    /// <summary>CRC-32 of ISO 3309, before its last complement.</summary>
    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var octet in data)
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }

        return crc;
    }
}
