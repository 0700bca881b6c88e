using System.Buffers.Binary;

namespace NewsRoom.Core.Media;

/// <summary>Reads forward through a file; beyond its end it says that the file was cut off.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int At { get; private set; }

    public readonly int Left => _bytes.Length - At;

    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > Left)
            throw MediaFormatException.Truncated;
        var taken = _bytes.Slice(At, (int)count);
        At += (int)count;
        return taken;
    }

    public byte Byte() => Take(1)[0];

    public int Word() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public int Three()
    {
        var taken = Take(3);
        return taken[0] | (taken[1] << 8) | (taken[2] << 16);
    }

    public uint Long() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public uint BigLong() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));
}
