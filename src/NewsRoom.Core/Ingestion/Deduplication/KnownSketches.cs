using System.Numerics;
using System.Runtime.CompilerServices;

namespace NewsRoom.Core.Ingestion.Deduplication;

/// <summary>The sixteen minima of a sketch.</summary>
[InlineArray(Count)]
internal struct Minima
{
    public const int Count = 16;

    public const int Bytes = Count * sizeof(uint);

    private uint _first;
}

/// <summary>What is kept of a release to compare others with it.</summary>
internal struct KnownSketch
{
    public UInt128 Words;

    public Minima Sketch;

    /// <summary>Number of the day.</summary>
    public int Day;

    /// <summary>Index of the file of this run; -1 for a release of the database.</summary>
    public int File;

    /// <summary>1-based order in the file; or the row of the database.</summary>
    public int Place;
}

/// <summary>A list of sketches that grows without moving what is there: doubling an array would take three times its room for a moment.</summary>
internal sealed class KnownSketches
{
    private const int ChunkBits = 10, Chunk = 1 << ChunkBits;

    private readonly List<KnownSketch[]> _chunks = [];

    public int Count { get; private set; }

    public ref readonly KnownSketch this[int at] => ref _chunks[at >> ChunkBits][at & (Chunk - 1)];

    public int Add(KnownSketch known)
    {
        if (Count >> ChunkBits == _chunks.Count)
            _chunks.Add(new KnownSketch[Chunk]);
        _chunks[Count >> ChunkBits][Count & (Chunk - 1)] = known;
        return Count++;
    }
}

/// <summary>
/// Places by hash, in open addressing: a place and eight bits of its hash share four bytes, so that a look-up among hundreds of thousands of releases seldom leaves this
/// table. Whoever asks compares what stands at the places, and fills a larger table in time.
/// </summary>
internal sealed class PlaceTable(int slots = 16)
{
    /// <summary>Bits of a slot that hold the place, plus one; 0 is an empty slot.</summary>
    private const int PlaceBits = 24;

    private const uint PlaceMask = (1u << PlaceBits) - 1;

    private readonly uint[] _slots = new uint[slots];
    private int _count;

    /// <summary>Whether the next place should go into a larger table: half of the slots stay empty, so that searching ends soon.</summary>
    public bool IsFull => _count * 2 >= _slots.Length;

    /// <summary>An empty table with twice the slots.</summary>
    public PlaceTable Larger() => new(_slots.Length * 2);

    /// <summary>The places with a hash, and seldom one with another hash.</summary>
    public Places At(uint hash) => new(_slots, hash);

    /// <summary>Puts a place where another one with the same hash stood, or into a slot of its own.</summary>
    /// <param name="instead">The place that it replaces; -1 for none.</param>
    public void Set(uint hash, int instead, int place)
    {
        if (place >= PlaceMask)
            throw new InvalidOperationException("More releases than can be compared in one run.");
        _count += instead < 0 ? 1 : 0;
        var wanted = instead < 0 ? 0 : Slot(hash, instead);
        var at = Start(hash, _slots);
        while (_slots[at] != wanted)
            at = (at + 1) & (_slots.Length - 1);
        _slots[at] = Slot(hash, place);
    }

    private static uint Slot(uint hash, int place) => (hash & ~PlaceMask) | (uint)(place + 1);

    // The upper bits choose the slot and are told apart by its eight: the lower ones are mixed in.
    private static int Start(uint hash, uint[] slots) => (int)((hash * 0x9E3779B1u) >> (32 - BitOperations.Log2((uint)slots.Length)));

    /// <summary>Goes through the places.</summary>
    public struct Places(uint[] slots, uint hash)
    {
        private int _at = Start(hash, slots) - 1;

        public int Current { get; private set; }

        public readonly Places GetEnumerator() => this;

        public bool MoveNext()
        {
            while (true)
            {
                _at = (_at + 1) & (slots.Length - 1);
                var slot = slots[_at];
                if (slot == 0)
                    return false;
                if (((slot ^ hash) & ~PlaceMask) != 0)
                    continue;
                Current = (int)(slot & PlaceMask) - 1;
                return true;
            }
        }
    }
}
