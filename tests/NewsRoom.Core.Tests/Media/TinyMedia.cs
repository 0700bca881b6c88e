using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace NewsRoom.Core.Tests.Media;

/// <summary>The smallest valid files of each kind, built by hand, with room for what a test hides in them.</summary>
public static class TinyMedia
{
    /// <summary>Stands wherever metadata can: it must never come out again.</summary>
    public const string Secret = "GPS 51.5007N 0.1246W";

    private static readonly byte[] SecretBytes = Encoding.ASCII.GetBytes(Secret);

    public static byte[] Jpeg(int width = 40, int height = 30, int orientation = 1, bool dirty = false, bool profile = false)
    {
        byte[] entries = [0, 2, .. Entry(0x010E, 2, 20, 100), .. Entry(0x0112, 3, 1, orientation << 16), 0, 0, 0, 0];
        byte[] exif = [.. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, .. entries, .. SecretBytes];
        return
        [
            0xFF, 0xD8,
            .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
            .. dirty || orientation > 1 ? Segment(0xE1, exif) : [],
            .. dirty ? [.. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. SecretBytes]), .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. SecretBytes]), .. Segment(0xFE, SecretBytes)] : Array.Empty<byte>(),
            .. profile ? Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. "colours"u8]) : [],
            .. Segment(0xDB, new byte[65]),
            .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
            .. Segment(0xC4, new byte[18]),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD9,
            .. dirty ? SecretBytes : [],
        ];
    }

    public static byte[] Png(uint width = 40, uint height = 30, bool dirty = false, bool profile = false, int orientation = 1) =>
    [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A,
        .. Chunk("IHDR", [.. Big(width), .. Big(height), 8, 0, 0, 0, 0]),
        .. profile ? Chunk("gAMA", Big(45455)) : [],
        .. dirty ? [.. Chunk("tEXt", [.. "Comment\0"u8, .. SecretBytes]), .. Chunk("acTL", new byte[8])] : Array.Empty<byte>(),
        .. dirty || orientation > 1 ? Chunk("eXIf", [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, .. Entry(0x0112, 3, 1, orientation << 16), 0, 0, 0, 0, .. SecretBytes]) : [],
        .. Chunk("IDAT", Deflate(new byte[(40 + 1) * 30])),
        .. Chunk("IEND", []),
        .. dirty ? SecretBytes : [],
    ];

    public static byte[] WebP(int width = 40, int height = 30, bool dirty = false)
    {
        byte[] picture = RiffChunk("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 1, 2, 3]);
        byte[] body = !dirty ? picture :
        [
            .. RiffChunk("VP8X", [0x2C, 0, 0, 0, (byte)(width - 1), (byte)((width - 1) >> 8), 0, (byte)(height - 1), (byte)((height - 1) >> 8), 0]),
            .. RiffChunk("ICCP", "colours"u8.ToArray()), .. picture, .. RiffChunk("EXIF", SecretBytes), .. RiffChunk("XMP ", SecretBytes),
        ];
        return [.. "RIFF"u8, .. Little(body.Length + 4), .. "WEBP"u8, .. body, .. dirty ? SecretBytes : []];
    }

    public static byte[] Gif(int width = 40, int height = 30, int frames = 1, bool dirty = false)
    {
        using var gif = new MemoryStream();
        gif.Write([.. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0x80, 0, 0, 0, 0, 0, 255, 255, 255]);
        gif.Write([0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0]);
        if (dirty)
            gif.Write([0x21, 0xFE, (byte)SecretBytes.Length, .. SecretBytes, 0, 0x21, 0xFF, 11, .. "XMP DataXMP"u8, (byte)SecretBytes.Length, .. SecretBytes, 0]);
        for (var i = 0; i < frames; i++)
            gif.Write([0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
        gif.WriteByte(0x3B);
        gif.Write(dirty ? SecretBytes : []);
        return gif.ToArray();
    }

    public static byte[] Pdf(string inside = "the accounts") =>
        Encoding.ASCII.GetBytes($"%PDF-1.4\n1 0 obj\n<< /Note ({inside}) >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n");

    private static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] Entry(int tag, int type, int count, int value) => [(byte)(tag >> 8), (byte)tag, 0, (byte)type, .. Big((uint)count), .. Big((uint)value)];

    private static byte[] RiffChunk(string type, byte[] data) => [.. Encoding.ASCII.GetBytes(type), .. Little(data.Length), .. data, .. data.Length % 2 == 1 ? new byte[1] : []];

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        return [.. Big((uint)data.Length), .. named, .. Big(Crc(named))];
    }

    // Bit by bit, unlike the code under test.
    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }

    private static byte[] Deflate(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
            zlib.Write(data);
        return packed.ToArray();
    }

    private static byte[] Big(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Little(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
