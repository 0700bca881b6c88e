using System.Buffers.Binary;

namespace NewsRoom.Core.Media;

/// <summary>The one thing of a photograph's Exif that its look depends on: how the camera was held, 1 (upright) to 8.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;
    private const ushort ShortType = 3;

    /// <summary>Reads it from a TIFF block; 1 when it is not there or makes no sense.</summary>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 14)
            return 1;
        var isLittle = tiff[0] == 'I';
        if (!(isLittle ? tiff.StartsWith("II*\0"u8) : tiff.StartsWith("MM\0*"u8)))
            return 1;
        var directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2)
            return 1;
        var entries = tiff[(int)directory..];
        var count = Number(entries, isLittle);
        for (var i = 0; i < count && entries.Length >= 2 + ((i + 1) * 12); i++)
        {
            var entry = entries.Slice(2 + (i * 12), 12);
            if (Number(entry, isLittle) == Tag && Number(entry[2..], isLittle) == ShortType)
                return Number(entry[8..], isLittle) is var value and >= 1 and <= 8 ? value : 1;
        }

        return 1;
    }

    /// <summary>A JPEG segment that says nothing but this.</summary>
    public static byte[] Segment(int orientation) =>
    [
        0xFF, 0xE1, 0x00, 0x22, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>In formats whose browsers do not agree on it, a turned picture is refused rather than shown on its side.</summary>
    public static void RefuseTurned(ReadOnlySpan<byte> exif)
    {
        if (Read(exif.StartsWith("Exif\0\0"u8) ? exif[6..] : exif) > 1)
            throw new MediaFormatException("The picture is only marked as turned. Turn it upright in a picture editor, save it, and upload it again.");
    }

    private static ushort Number(ReadOnlySpan<byte> at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
}
