using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>
/// Words by their spelling: nearly every word of an archive is one of a few thousand, so each is read once and found again by its sixteen first characters, all of which are looked at in one go.
/// What is found depends on the spelling alone, so that it does not matter what was read before.
/// </summary>
internal sealed class WordMemory
{
    /// <summary>Longer words are read anew each time, and so are words with other letters than those of ASCII.</summary>
    private const int Longest = 15;

    private const int Bits = 12;

    private readonly Place[] _places = new Place[1 << Bits];

    private struct Place
    {
        public Vector128<byte> Spelling;
        public uint Key;
        public WordTraits Traits;
    }

    /// <summary>The word that begins at a letter or digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Word Read(string text, int start)
    {
        var signs = start <= text.Length - Vector128<byte>.Count ? Signs(ref Unsafe.Add(ref MemoryMarshal.GetReference(text.AsSpan()), start)) : LastSigns(text.AsSpan(start));
        var letters = Vector128.LessThan((signs | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)26));
        var digits = Vector128.LessThan(signs - Vector128.Create((byte)'0'), Vector128.Create((byte)10));
        var length = BitOperations.TrailingZeroCount(~(letters | digits).ExtractMostSignificantBits());
        var spelling = signs & Vector128.LessThan(Vector128<byte>.Indices, Vector128.Create((byte)length));
        ref var place = ref _places[Hash(spelling)];
        var next = start + length;
        if (place.Spelling == spelling && length <= Longest && (next >= text.Length || text[next] < 128))
            return new(start, length, place.Key, place.Traits);
        return Learn(text, start, spelling, length, ref place);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Word Learn(string text, int start, Vector128<byte> spelling, int length, ref Place place)
    {
        var word = Words.Read(text, start, known: true);
        if (word.Length == length && length <= Longest)
            place = new() { Spelling = spelling, Key = word.Key, Traits = word.Traits };
        return word;
    }

    /// <summary>The next sixteen characters, a byte each: those that need two are no letters here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Signs(ref char first)
    {
        ref var signs = ref Unsafe.As<char, ushort>(ref first);
        return Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref signs), Vector128.LoadUnsafe(ref signs, (nuint)Vector128<ushort>.Count));
    }

    /// <summary>The last characters of a text, and zeros behind them.</summary>
    private static Vector128<byte> LastSigns(ReadOnlySpan<char> text)
    {
        Span<char> signs = stackalloc char[Vector128<byte>.Count];
        signs.Clear();
        text.CopyTo(signs);
        return Signs(ref signs[0]);
    }

    private static int Hash(Vector128<byte> spelling)
    {
        var halves = spelling.AsUInt64();
        return (int)(((halves[0] + BitOperations.RotateLeft(halves[1], 27)) * 0x9E3779B97F4A7C15) >> (64 - Bits));
    }
}
