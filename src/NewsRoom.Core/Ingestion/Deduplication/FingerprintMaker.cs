using System.Numerics;
using System.Runtime.InteropServices;
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

    private const int KeysAtOnce = 256;

    public static Fingerprint Of(Page page, int first, int last)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<uint> minima = stackalloc uint[Minima];
        minima.Fill(uint.MaxValue);
        Span<uint> window = stackalloc uint[Shingle];
        // Handed over many at a time: each call costs as much as hashing dozens of words.
        Span<uint> keys = stackalloc uint[KeysAtOnce];
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
                var key = word.Key;
                keys[held++] = key;
                if (held == KeysAtOnce)
                {
                    hash.AppendData(MemoryMarshal.AsBytes(keys));
                    held = 0;
                }

                if (!sketched)
                    continue;
                window[count++ % Shingle] = key;
                if (count >= Shingle)
                    Take(minima, window, count);
            }
        }

        hash.AppendData(MemoryMarshal.AsBytes(keys[..held]));
        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), MemoryMarshal.AsBytes(minima).ToArray());
    }

    private static void Take(Span<uint> minima, ReadOnlySpan<uint> window, int count)
    {
        var shingle = 0x9E3779B97F4A7C15ul;
        for (var i = 0; i < Shingle; i++)
            shingle = BitOperations.RotateLeft(shingle ^ window[(count + i) % Shingle], 23) * 0xBF58476D1CE4E5B9ul;
        for (var m = 0; m < Minima; m++)
        {
            // One 64-bit hash, sixteen members of a universal family (multiply-shift, Dietzfelbinger 1997).
            var value = (uint)((shingle * Multipliers[m]) >> 32);
            if (value < minima[m])
                minima[m] = value;
        }
    }

    private static readonly ulong[] Multipliers = MakeMultipliers();

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
