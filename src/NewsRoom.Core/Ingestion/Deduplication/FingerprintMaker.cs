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
        // The three words before.
        uint before3 = 0, before2 = 0, before1 = 0;
        var held = 0;
        var count = 0;
        var about = false;
        for (var i = first; i <= last; i++)
        {
            var paragraph = page[i];
            if (paragraph.Is(Traits.DateLine | Traits.MetaLine | Traits.LabelRun | Traits.Separator | Traits.EndMark | Traits.ReleaseMarker | Traits.Embargo))
                continue;
            about |= paragraph.Is(Traits.AboutHeading) && i > first;
            var sketched = !about && page.BlockStart(i) < 0;
            foreach (var word in paragraph.Words)
            {
                keys[held++] = word.Key;
                if (!sketched)
                    continue;
                if (++count >= Shingle)
                    sketch.Take(Mix(Mix(Mix(Mix(0x9E3779B97F4A7C15, before3), before2), before1), word.Key));
                (before3, before2, before1) = (before2, before1, word.Key);
            }
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

        public void Take(ulong shingle)
        {
            var all = Vector256.Create(shingle);
            // The upper half of each product.
            _low = Vector256.Min(_low, Vector256.Narrow((all * Multipliers[0]) >>> 32, (all * Multipliers[1]) >>> 32));
            _high = Vector256.Min(_high, Vector256.Narrow((all * Multipliers[2]) >>> 32, (all * Multipliers[3]) >>> 32));
        }

        public readonly byte[] ToBytes()
        {
            var minima = new byte[Minima * sizeof(uint)];
            _low.AsByte().CopyTo(minima);
            _high.AsByte().CopyTo(minima, minima.Length / 2);
            return minima;
        }
    }

    private static readonly Vector256<ulong>[] Multipliers = [.. MakeMultipliers().Chunk(Vector256<ulong>.Count).Select(some => Vector256.Create(some))];

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
