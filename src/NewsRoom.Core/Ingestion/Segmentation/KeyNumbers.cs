using System.Buffers;
using System.Numerics;

namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Numbers the keys of words in the order in which they come: open addressing in borrowed memory, since it is made for every page and thrown away at once.</summary>
internal sealed class KeyNumbers : IDisposable
{
    // A place holds a key in its upper half and one more than its number in the lower one.
    private ulong[] _places = Borrow(1024);
    private int _shift = 32 - 10;
    private int _most = 512;

    public int Count { get; private set; }

    /// <summary>The number of a key: a new one when it was not asked for before.</summary>
    public int Of(uint key)
    {
        var at = Find(key);
        if (_places[at] != 0)
            return (int)(uint)_places[at] - 1;
        _places[at] = (ulong)key << 32 | (uint)++Count;
        if (Count == _most)
            Grow();
        return Count - 1;
    }

    public void Dispose() => ArrayPool<ulong>.Shared.Return(_places);

    private int Find(uint key)
    {
        var places = _places;
        var last = (1 << (32 - _shift)) - 1;
        var at = (int)((key * 0x9E3779B1u) >> _shift);
        while (places[at] != 0 && places[at] >> 32 != key)
            at = (at + 1) & last;
        return at;
    }

    private void Grow()
    {
        var old = _places;
        _places = Borrow(old.Length * 2);
        _shift = 32 - BitOperations.Log2((uint)_places.Length);
        _most = _places.Length / 2;
        foreach (var place in old)
        {
            if (place != 0)
                _places[Find((uint)(place >> 32))] = place;
        }

        ArrayPool<ulong>.Shared.Return(old);
    }

    /// <summary>Empty places; the pool's arrays of such a length are exactly that long.</summary>
    private static ulong[] Borrow(int length)
    {
        var places = ArrayPool<ulong>.Shared.Rent(length);
        Array.Clear(places);
        return places;
    }
}
