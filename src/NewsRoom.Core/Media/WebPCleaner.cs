using System.Buffers.Binary;
using System.Text;

namespace NewsRoom.Core.Media;

/// <summary>A WebP, still or animated, with its picture and colour profile and without Exif, XMP and unknown chunks.</summary>
internal sealed class WebPCleaner : IDisposable
{
    private const byte HasProfile = 0x20;
    private const byte HasAlpha = 0x10;
    private const byte IsAnimated = 0x02;

    private readonly MemoryStream _kept = new();
    private int _width;
    private int _height;
    private int _frames;
    private byte _flags;
    private bool _isExtended;
    private bool _hasProfile;
    private bool _hasAnimation;

    public static MediaFile Clean(byte[] bytes)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4));
        if (length + 8L > bytes.Length)
            throw MediaFormatException.Truncated;
        if (length < 12)
            throw MediaFormatException.Broken(MediaKind.WebP);
        // What stands behind the length that the head names is no part of it.
        using var cleaner = new WebPCleaner();
        return cleaner.Run(bytes.AsSpan(12, (int)length - 4));
    }

    public void Dispose() => _kept.Dispose();

    private MediaFile Run(ReadOnlySpan<byte> chunks)
    {
        var reader = new ByteReader(chunks);
        for (var isFirst = true; reader.Left > 0; isFirst = false)
        {
            var (type, data) = Chunk(ref reader);
            if (isFirst)
                First(type, data);
            if (Keeps(type, data, isFirst))
                Write(_kept, type, type == "ANMF" ? Frame(data) : data);
        }

        var isWhole = _isExtended && (_flags & IsAnimated) != 0 ? _hasAnimation && _frames > 0 : _frames == 1;
        if (!isWhole || (long)_width * _height * _frames > MediaLimits.MaxAnimatedPixels)
            throw MediaFormatException.Broken(MediaKind.WebP);
        return new(MediaKind.WebP, _width, _height, _frames, Assemble());
    }

    private static (string Type, byte[] Data) Chunk(ref ByteReader reader)
    {
        var type = Encoding.ASCII.GetString(reader.Take(4));
        var size = reader.Long();
        var data = reader.Take(size).ToArray();
        if ((size & 1) != 0 && reader.Left > 0)
            reader.Take(1);
        return (type, data);
    }

    private void First(string type, ReadOnlySpan<byte> data)
    {
        _isExtended = type == "VP8X";
        if (!_isExtended)
        {
            (_width, _height) = Picture(type, data);
            return;
        }

        if (data.Length != 10)
            throw MediaFormatException.Broken(MediaKind.WebP);
        var reader = new ByteReader(data);
        _flags = reader.Take(4)[0];
        (_width, _height) = (reader.Three() + 1, reader.Three() + 1);
        MediaLimits.Check(_width, _height);
    }

    private bool Keeps(string type, ReadOnlySpan<byte> data, bool isFirst)
    {
        // A plain file is its one picture.
        if (!_isExtended)
        {
            _frames = 1;
            return isFirst;
        }

        var isAnimated = (_flags & IsAnimated) != 0;
        switch (type)
        {
            case "VP8 " or "VP8L" when !isAnimated && _frames == 0:
                if (Picture(type, data) != (_width, _height))
                    throw MediaFormatException.Broken(MediaKind.WebP);
                _frames = 1;
                return true;
            case "ALPH" when !isAnimated && _frames == 0:
                return true;
            case "ICCP" when !_hasProfile && data.Length <= MediaLimits.MaxProfile:
                return _hasProfile = true;
            case "ANIM" when isAnimated && data.Length == 6 && !_hasAnimation:
                return _hasAnimation = true;
            case "ANMF" when isAnimated && _hasAnimation:
                return ++_frames <= MediaLimits.MaxFrames ? true : throw new MediaFormatException($"The animation has more than {MediaLimits.MaxFrames:N0} frames.");
            case "EXIF":
                ExifOrientation.RefuseTurned(data);
                return false;
            default:
                return false;
        }
    }

    /// <summary>A frame with its picture and transparency alone.</summary>
    private byte[] Frame(ReadOnlySpan<byte> data)
    {
        var reader = new ByteReader(data);
        using var frame = new MemoryStream();
        frame.Write(reader.Take(16));
        var head = new ByteReader(data);
        var (x, y, width, height) = (head.Three() * 2, head.Three() * 2, head.Three() + 1, head.Three() + 1);
        if (x + width > _width || y + height > _height)
            throw MediaFormatException.Broken(MediaKind.WebP);
        var pictures = 0;
        while (reader.Left > 0)
        {
            var (type, inner) = Chunk(ref reader);
            if (type is "VP8 " or "VP8L")
            {
                pictures++;
                if (Picture(type, inner) != (width, height))
                    throw MediaFormatException.Broken(MediaKind.WebP);
            }

            if (type is "VP8 " or "VP8L" or "ALPH")
                Write(frame, type, inner);
        }

        return pictures == 1 ? frame.ToArray() : throw MediaFormatException.Broken(MediaKind.WebP);
    }

    private static (int Width, int Height) Picture(string type, ReadOnlySpan<byte> data)
    {
        var (width, height) = (0, 0);
        if (type == "VP8 " && data.Length > 10 && (data[0] & 1) == 0 && data[3..6].SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]))
        {
            (width, height) = (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF);
        }
        else if (type == "VP8L" && data.Length > 5 && data[0] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            (width, height) = ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        }
        else
        {
            throw MediaFormatException.Broken(MediaKind.WebP);
        }

        MediaLimits.Check(width, height);
        return (width, height);
    }

    private byte[] Assemble()
    {
        var body = _kept.ToArray();
        if (_isExtended)
            // The extended header is the first chunk that was left out: its flags say what is there now.
            body = [.. "VP8X"u8, 10, 0, 0, 0, (byte)((_flags & (HasAlpha | IsAnimated)) | (_hasProfile ? HasProfile : 0)), 0, 0, 0, .. Three(_width - 1), .. Three(_height - 1), .. body];
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, body.Length + 4);
        return [.. "RIFF"u8, .. length, .. "WEBP"u8, .. body];
    }

    private static byte[] Three(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16)];

    private static void Write(MemoryStream to, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        to.Write(Encoding.ASCII.GetBytes(type));
        to.Write(length);
        to.Write(data);
        if ((data.Length & 1) != 0)
            to.WriteByte(0);
    }
}
