namespace NewsRoom.Core.Media;

/// <summary>A GIF with its frames, their timing and its looping, and without comments, application data and printed text.</summary>
internal static class GifCleaner
{
    private const byte Extension = 0x21;
    private const byte Image = 0x2C;
    private const byte End = 0x3B;

    public static MediaFile Clean(byte[] bytes)
    {
        var reader = new ByteReader(bytes);
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(reader.Take(6));
        var screen = reader.Take(7);
        var (width, height) = (screen[0] | (screen[1] << 8), screen[2] | (screen[3] << 8));
        MediaLimits.Check(width, height);
        kept.Write(screen);
        CopyPalette(ref reader, kept, screen[4]);
        var (frames, timing, loops) = (0, (byte[]?)null, false);
        for (var block = reader.Byte(); block != End; block = reader.Byte())
        {
            switch (block)
            {
                case Image:
                    frames++;
                    if (frames > MediaLimits.MaxFrames || (long)width * height * frames > MediaLimits.MaxAnimatedPixels)
                        throw new MediaFormatException("The animation has too many frames for its size. Make it shorter or smaller.");
                    kept.Write(timing ?? []);
                    timing = null;
                    CopyFrame(ref reader, kept, width, height);
                    break;
                case Extension:
                    ReadExtension(ref reader, kept, ref timing, ref loops);
                    break;
                default:
                    throw MediaFormatException.Broken(MediaKind.Gif);
            }
        }

        if (frames == 0)
            throw MediaFormatException.Broken(MediaKind.Gif);
        kept.WriteByte(End);
        return new(MediaKind.Gif, width, height, frames, kept.ToArray());
    }

    private static void ReadExtension(ref ByteReader reader, MemoryStream kept, ref byte[]? timing, ref bool loops)
    {
        var label = reader.Byte();
        var isLooping = false;
        byte[] first = [];
        byte[] second = [];
        for (var size = reader.Byte(); size != 0; size = reader.Byte())
        {
            var data = reader.Take(size).ToArray();
            if (first.Length == 0)
                first = data;
            else if (second.Length == 0)
                second = data;
        }

        switch (label)
        {
            case 0xF9 when first.Length == 4:
                timing = [Extension, label, 4, .. first, 0];
                break;
            case 0x01:
                // Text that a decoder would have to print: it goes, and the timing before it was its own.
                timing = null;
                break;
            case 0xFF:
                isLooping = !loops && (first.AsSpan().SequenceEqual("NETSCAPE2.0"u8) || first.AsSpan().SequenceEqual("ANIMEXTS1.0"u8)) && second is [1, _, _];
                break;
        }

        if (!isLooping)
            return;
        loops = true;
        kept.Write([Extension, 0xFF, 11, .. first, 3, .. second, 0]);
    }

    private static void CopyFrame(ref ByteReader reader, MemoryStream kept, int width, int height)
    {
        var head = reader.Take(9);
        var (right, bottom) = ((head[0] | (head[1] << 8)) + (head[4] | (head[5] << 8)), (head[2] | (head[3] << 8)) + (head[6] | (head[7] << 8)));
        // A frame beyond the screen makes a decoder enlarge it.
        if (right > width || bottom > height)
            throw MediaFormatException.Broken(MediaKind.Gif);
        kept.WriteByte(Image);
        kept.Write(head);
        CopyPalette(ref reader, kept, head[8]);
        var codeSize = reader.Byte();
        if (codeSize is < 1 or > 11)
            throw MediaFormatException.Broken(MediaKind.Gif);
        kept.WriteByte(codeSize);
        for (var size = reader.Byte(); size != 0; size = reader.Byte())
        {
            kept.WriteByte(size);
            kept.Write(reader.Take(size));
        }

        kept.WriteByte(0);
    }

    private static void CopyPalette(ref ByteReader reader, MemoryStream kept, byte packed)
    {
        if ((packed & 0x80) != 0)
            kept.Write(reader.Take(3 * (2 << (packed & 7))));
    }
}
