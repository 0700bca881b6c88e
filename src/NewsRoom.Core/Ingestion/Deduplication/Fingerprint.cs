namespace NewsRoom.Core.Ingestion.Deduplication;

/// <summary>What the words of a release look like, for finding the same release again.</summary>
/// <param name="WordsHash">SHA-256, lower-case hex, of the words with case, accents, quotes, dashes and spaces folded.</param>
/// <param name="Sketch">64 bytes: 16 minima of 32-bit hashes over word shingles (MinHash, Broder 1997). The share of equal minima estimates the share of common shingles.</param>
public sealed partial record Fingerprint(string WordsHash, byte[] Sketch);
