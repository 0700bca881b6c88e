using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;
using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Deduplication;

/// <summary>Makes the fingerprint of a release from its running text: date lines, labels, contact blocks and boilerplate do not count.</summary>
internal static class FingerprintMaker
{
    /// <summary>Words in a shingle.</summary>
    private const int Shingle = 4;

    private const int Minima = 16;

    public static Fingerprint Of(Page page, int first, int last)
    {
        var length = 0;
        for (var i = first; i <= last; i++)
            length += page[i].Words.Length;
        var keys = ArrayPool<uint>.Shared.Rent(length);
        var fingerprint = Of(page, first, last, keys);
        ArrayPool<uint>.Shared.Return(keys);
        return fingerprint;
    }

    /// <param name="keys">Room for the keys of all words: hashed in one go, since each call costs as much as hashing dozens of words.</param>
    private static Fingerprint Of(Page page, int first, int last, Span<uint> keys)
    {
        var sketch = new Sketch();
        var held = 0;
        var about = false;
        for (var i = first; i <= last; i++)
        {
            var paragraph = page[i];
            if (paragraph.Is(Traits.DateLine | Traits.MetaLine | Traits.LabelRun | Traits.Separator | Traits.EndMark | Traits.ReleaseMarker | Traits.Embargo))
                continue;
            about |= paragraph.Is(Traits.AboutHeading) && i > first;
            foreach (var word in paragraph.Words)
                keys[held++] = word.Key;
            if (!about && page.BlockStart(i) < 0)
                sketch.Take(paragraph.Words);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(keys[..held]), hash);
        return new(Convert.ToHexStringLower(hash), sketch.ToBytes());
    }

    private static ulong Mix(ulong shingle, uint word) => BitOperations.RotateLeft(shingle ^ word, 23) * 0xBF58476D1CE4E5B9;

    /// <summary>The least values of sixteen hashes over all shingles: one 64-bit hash, sixteen members of a universal family (multiply-shift, Dietzfelbinger 1997).</summary>
    /// <remarks>Four products at a time, and the least eight values in a register: it is done for every word of an archive.</remarks>
    private struct Sketch()
    {
        private Vector256<uint> _low = Vector256<uint>.AllBitsSet, _high = Vector256<uint>.AllBitsSet;

        // The three words before.
        private uint _before3, _before2, _before1;
        private int _count;

        /// <summary>Takes the shingles that end in the words of a paragraph.</summary>
        public void Take(ReadOnlySpan<Word> words)
        {
            var (low, high) = (_low, _high);
            var (before3, before2, before1) = (_before3, _before2, _before1);
            var (even0, odd0, even1, odd1) = (Multipliers[0], Multipliers[1], Multipliers[2], Multipliers[3]);
            var left = Shingle - 1 - _count;
            foreach (ref readonly var word in words)
            {
                if (left-- <= 0)
                {
                    var shingle = Vector256.Create(Mix(Mix(Mix(Mix(0x9E3779B97F4A7C15, before3), before2), before1), word.Key));
                    low = Vector256.Min(low, UpperHalves(shingle * even0, shingle * odd0));
                    high = Vector256.Min(high, UpperHalves(shingle * even1, shingle * odd1));
                }

                (before3, before2, before1) = (before2, before1, word.Key);
            }

            (_low, _high) = (low, high);
            (_before3, _before2, _before1) = (before3, before2, before1);
            _count = Math.Min(Shingle - 1, _count + words.Length);
        }

        /// <summary>The upper half of each product, in turns.</summary>
        private static Vector256<uint> UpperHalves(Vector256<ulong> even, Vector256<ulong> odd) => ((even >>> 32) | (odd & Vector256.Create(0xFFFFFFFF00000000))).AsUInt32();

        public readonly byte[] ToBytes()
        {
            var minima = new byte[Minima * sizeof(uint)];
            _low.AsByte().CopyTo(minima);
            _high.AsByte().CopyTo(minima, minima.Length / 2);
            return minima;
        }
    }

    /// <summary>The first of two, the second of two, and so on, by eight: what comes of them stands in order then.</summary>
    private static readonly Vector256<ulong>[] Multipliers =
        [.. MakeMultipliers().Chunk(2 * Vector256<ulong>.Count).SelectMany(some => new[] { 0, 1 }.Select(odd => Vector256.Create([.. some.Where((_, i) => i % 2 == odd)])))];

    private static ulong[] MakeMultipliers()
    {
        var seed = Encoding.ASCII.GetBytes("newsroom sketch v1");
        var multipliers = new ulong[Minima];
        for (var i = 0; i < Minima; i++)
        {
            seed = SHA256.HashData(seed);
            multipliers[i] = BitConverter.ToUInt64(seed) | 1;
        }

        return multipliers;
    }
}
