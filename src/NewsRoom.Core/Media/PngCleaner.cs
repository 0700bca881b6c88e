using System.Buffers.Binary;
using System.Text;

namespace NewsRoom.Core.Media;

/// <summary>A PNG with the chunks that make the picture and its colours, and no other. An animated one becomes its first picture.</summary>
internal static class PngCleaner
{
    private static readonly uint[] CrcTable = BuildTable();

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static MediaFile Clean(byte[] bytes)
    {
        var reader = new ByteReader(bytes);
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(reader.Take(Signature.Length));
        var (width, height, hasData, previous) = (0, 0, false, "");
        while (previous != "IEND")
        {
            var start = reader.At;
            var length = reader.BigLong();
            var type = Encoding.ASCII.GetString(reader.Take(4));
            var data = reader.Take(length);
            var checksum = reader.BigLong();
            if (width == 0 != (type == "IHDR") || (type == "IDAT" && hasData && previous != "IDAT") || (type == "IEND" && !hasData))
                throw MediaFormatException.Broken(MediaKind.Png);
            if (type == "IHDR")
                (width, height) = Header(data);
            hasData |= type == "IDAT";
            if (Keeps(type, data, hasData))
            {
                var whole = bytes.AsSpan(start, reader.At - start);
                if (Crc(whole[4..^4]) != checksum)
                    throw MediaFormatException.Broken(MediaKind.Png);
                kept.Write(whole);
            }

            previous = type;
        }

        return new(MediaKind.Png, width, height, 1, kept.ToArray());
    }

    private static (int Width, int Height) Header(ReadOnlySpan<byte> data)
    {
        if (data.Length != 13)
            throw MediaFormatException.Broken(MediaKind.Png);
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        MediaLimits.Check(width, height);
        var isColour = (data[9], data[8]) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16);
        if (!isColour || data[10] != 0 || data[11] != 0 || data[12] > 1)
            throw MediaFormatException.Broken(MediaKind.Png);
        return ((int)width, (int)height);
    }

    private static bool Keeps(string type, ReadOnlySpan<byte> data, bool hasData)
    {
        switch (type)
        {
            case "IHDR" or "IDAT":
                return true;
            case "PLTE" when data.Length is > 0 and <= 768 && data.Length % 3 == 0 && !hasData:
            case "IEND" when data.Length == 0:
                return true;
            case "tRNS" or "gAMA" or "cHRM" or "sRGB" or "sBIT" or "cICP":
                return !hasData && data.Length <= 256;
            case "iCCP":
                return !hasData && data.Length <= MediaLimits.MaxProfile;
            case "eXIf":
                ExifOrientation.RefuseTurned(data);
                return false;
            default:
                // A lower-case first letter: a reader may leave it out.
                return char.IsAsciiLetterLower(type[0]) ? false : throw MediaFormatException.Broken(MediaKind.Png);
        }
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data)
            crc = CrcTable[(byte)(crc ^ b)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] BuildTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            table[i] = value;
        }

        return table;
    }
}
