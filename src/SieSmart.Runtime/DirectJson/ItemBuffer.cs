using System.Buffers;

namespace SieSmart.Runtime.DirectJson;

/// <summary>Takes the items of an array, of which nobody knows how many there are, until their list can be made in its size.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>If reading fails, its memory is the garbage collector's.</remarks>
internal ref struct ItemBuffer<T>
{
    private const int FirstSize = 16;

    private T[]? _items;
    private int _count;

    /// <summary>Takes an item.</summary>
    public void Add(T item)
    {
        if (_items is null || _count == _items.Length)
        {
            Grow();
        }

        _items![_count++] = item;
    }

    /// <summary>A list of all items. Nothing can be added afterwards.</summary>
    public List<T> ToList()
    {
        var list = new List<T>(_count);
        if (_items is null)
        {
            return list;
        }

#if NETSTANDARD2_0
        list.AddRange(new ArraySegment<T>(_items, 0, _count));
#else
        list.AddRange(_items.AsSpan(0, _count));
#endif
        GiveBack(_items, _count);
        _items = null;
        return list;
    }

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(_items is null ? FirstSize : checked(2 * _count));
        if (_items is not null)
        {
            Array.Copy(_items, larger, _count);
            GiveBack(_items, _count);
        }

        _items = larger;
    }

    // The pool must keep nothing alive.
    private static void GiveBack(T[] items, int count)
    {
        Array.Clear(items, 0, count);
        ArrayPool<T>.Shared.Return(items);
    }
}
