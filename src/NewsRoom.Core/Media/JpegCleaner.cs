using System.Buffers.Binary;

namespace NewsRoom.Core.Media;

/// <summary>
/// A JPEG with its picture data, colour profile and orientation, and without Exif, XMP, IPTC, comments, thumbnails and what follows the end
/// (where telephones put further pictures with their own Exif).
/// </summary>
internal sealed class JpegCleaner : IDisposable
{
    private const byte StartOfScan = 0xDA;
    private const byte End = 0xD9;

    private readonly byte[] _bytes;
    private readonly MemoryStream _kept;
    private int _at = 2;
    private int _width;
    private int _height;
    private int _orientation = 1;
    private int _scans;
    private int _profile;
    private byte[] _jfif = [];

    private JpegCleaner(byte[] bytes)
    {
        _bytes = bytes;
        _kept = new MemoryStream(bytes.Length);
    }

    public static MediaFile Clean(byte[] bytes)
    {
        using var cleaner = new JpegCleaner(bytes);
        return cleaner.Run();
    }

    public void Dispose() => _kept.Dispose();

    private MediaFile Run()
    {
        for (var marker = NextMarker(); marker != End; marker = NextMarker())
        {
            Segment(marker);
            if (marker == StartOfScan)
                CopyScan();
        }

        if (_scans == 0)
            throw MediaFormatException.Broken(MediaKind.Jpeg);
        byte[] turned = _orientation > 1 ? ExifOrientation.Segment(_orientation) : [];
        byte[] clean = [0xFF, 0xD8, .. _jfif, .. turned, .. _kept.GetBuffer().AsSpan(0, (int)_kept.Length), 0xFF, End];
        // From 5 on the picture lies on its side: browsers show it upright, as wide as it is stored high.
        return _orientation >= 5 ? new(MediaKind.Jpeg, _height, _width, 1, clean) : new(MediaKind.Jpeg, _width, _height, 1, clean);
    }

    private byte NextMarker()
    {
        if (Next() != 0xFF)
            throw MediaFormatException.Broken(MediaKind.Jpeg);
        var marker = Next();
        while (marker == 0xFF)
            marker = Next();
        return marker;
    }

    private byte Next() => _at < _bytes.Length ? _bytes[_at++] : throw MediaFormatException.Truncated;

    private void Segment(byte marker)
    {
        if (_at + 2 > _bytes.Length)
            throw MediaFormatException.Truncated;
        var length = BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(_at));
        if (length < 2)
            throw MediaFormatException.Broken(MediaKind.Jpeg);
        if (_at + length > _bytes.Length)
            throw MediaFormatException.Truncated;
        var data = _bytes.AsSpan(_at + 2, length - 2);
        if (Keeps(marker, data))
        {
            _kept.Write([0xFF, marker]);
            _kept.Write(_bytes, _at, length);
        }

        _at += length;
    }

    private bool Keeps(byte marker, ReadOnlySpan<byte> data)
    {
        switch (marker)
        {
            case 0xC0 or 0xC1 or 0xC2:
                Frame(data);
                return true;
            // Huffman and quantisation tables, restart interval.
            case 0xC4 or 0xDB or 0xDD:
                return true;
            case StartOfScan:
                if (_width == 0 || ++_scans > MediaLimits.MaxScans)
                    throw MediaFormatException.Broken(MediaKind.Jpeg);
                return true;
            case 0xE0 when data.Length >= 14 && data.StartsWith("JFIF\0"u8):
                // Its first fourteen bytes; behind them stands a thumbnail, of which a cropped picture may show too much.
                _jfif = [0xFF, 0xE0, 0, 16, .. data[..12], 0, 0];
                return false;
            case 0xE1 when data.StartsWith("Exif\0\0"u8):
                _orientation = Math.Max(_orientation, ExifOrientation.Read(data[6..]));
                return false;
            case 0xE2 when data.StartsWith("ICC_PROFILE\0"u8):
                _profile += data.Length;
                return _profile <= MediaLimits.MaxProfile ? true : throw MediaFormatException.Broken(MediaKind.Jpeg);
            // Adobe's note of the colour model, without which some pictures turn green.
            case 0xEE when data.Length == 12 && data.StartsWith("Adobe"u8):
                return true;
            // Other application data, and comments.
            case >= 0xE0 and <= 0xEF or 0xFE:
                return false;
            default:
                throw MediaFormatException.Broken(MediaKind.Jpeg);
        }
    }

    private void Frame(ReadOnlySpan<byte> data)
    {
        if (_width != 0 || data.Length < 9 || data[0] != 8 || data[5] is not (1 or 3 or 4) || data.Length != 6 + (3 * data[5]))
            throw MediaFormatException.Broken(MediaKind.Jpeg);
        _height = BinaryPrimitives.ReadUInt16BigEndian(data[1..]);
        _width = BinaryPrimitives.ReadUInt16BigEndian(data[3..]);
        MediaLimits.Check(_width, _height);
    }

    /// <summary>Copies the picture data up to the next marker, which is no escaped byte and no restart.</summary>
    private void CopyScan()
    {
        var start = _at;
        while (true)
        {
            var found = _bytes.AsSpan(_at).IndexOf((byte)0xFF);
            if (found < 0 || _at + found + 1 >= _bytes.Length)
                throw MediaFormatException.Truncated;
            _at += found;
            var next = _bytes[_at + 1];
            if (next is 0 or (>= 0xD0 and <= 0xD7))
                _at += 2;
            else if (next == 0xFF)
                _at++;
            else
                break;
        }

        _kept.Write(_bytes, start, _at - start);
    }
}
