using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Keys of words that never change once made: a look-up costs a multiplication and, most often, one read. Every word of an archive is looked up in many of these.</summary>
[CollectionBuilder(typeof(KeySet), nameof(Create))]
internal sealed class KeySet : IEnumerable<uint>
{
    private readonly KeyTable _table;

    private KeySet(KeyTable table) => _table = table;

    public static KeySet Create(ReadOnlySpan<uint> keys)
    {
        var table = new KeyTable(keys.Length);
        foreach (var key in keys)
            table.Add(key);
        return new(table);
    }

    /// <summary>The keys of words, as they are written between spaces.</summary>
    public static KeySet Of(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Words.KeyOf(w))];

    public bool Contains(uint key) => _table.IndexOf(key) >= 0;

    public IEnumerator<uint> GetEnumerator() => _table.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Values by the keys of words, never changed once made.</summary>
internal sealed class KeyMap<T>
{
    private readonly KeyTable _table;
    private readonly T[] _values;

    public KeyMap(IReadOnlyCollection<KeyValuePair<uint, T>> pairs)
    {
        _table = new KeyTable(pairs.Count);
        _values = new T[_table.Capacity];
        foreach (var (key, value) in pairs)
            _values[_table.Add(key)] = value;
    }

    public IEnumerable<KeyValuePair<uint, T>> Pairs => _table.Keys.Select(k => KeyValuePair.Create(k, _values[_table.IndexOf(k)]));

    public bool ContainsKey(uint key) => _table.IndexOf(key) >= 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetValue(uint key, [MaybeNullWhen(false)] out T value)
    {
        var at = _table.IndexOf(key);
        value = at < 0 ? default : _values[at];
        return at >= 0;
    }
}

/// <summary>Open addressing with a quarter of the places taken at most.</summary>
internal sealed class KeyTable
{
    // A place holds the key in its low half and a one above it, so that the key 0 is a key like others.
    private readonly ulong[] _places;
    private readonly int _shift;

    // One bit for each of so many remainders, 16 or more for a key: most words are in no table, and one read of a small table tells.
    private readonly ulong[] _maybe;
    private readonly uint _words;

    public KeyTable(int count)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, count * 4));
        _places = new ulong[size];
        _shift = 32 - BitOperations.Log2((uint)size);
        _maybe = new ulong[Math.Max(64, size / 16)];
        _words = (uint)_maybe.Length - 1;
    }

    public int Capacity => _places.Length;

    public IEnumerable<uint> Keys => _places.Where(p => p != 0).Select(p => (uint)p);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int IndexOf(uint key) => (_maybe[(key >> 6) & _words] >> (int)(key & 63) & 1) == 0 ? -1 : Search(key);

    private int Search(uint key)
    {
        var places = _places;
        var wanted = key | 1UL << 32;
        for (var at = (int)((key * 0x9E3779B1u) >> _shift); ; at = (at + 1) & (places.Length - 1))
        {
            var place = places[at];
            if (place == wanted)
                return at;
            if (place == 0)
                return -1;
        }
    }

    public int Add(uint key)
    {
        var at = (int)((key * 0x9E3779B1u) >> _shift);
        while (_places[at] != 0 && (uint)_places[at] != key)
            at = (at + 1) & (_places.Length - 1);
        _places[at] = key | 1UL << 32;
        _maybe[(key >> 6) & _words] |= 1UL << (int)(key & 63);
        return at;
    }
}
