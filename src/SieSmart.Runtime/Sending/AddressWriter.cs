using System.Buffers;

namespace SieSmart.Runtime.Sending;

/// <summary>Puts an address together in memory of the caller's, or in a pooled array where that is too small.</summary>
/// <param name="first">The caller's memory.</param>
internal ref struct AddressWriter(Span<char> first)
{
    private Span<char> _characters = first;
    private char[]? _rented;
    private int _length;

    public void Append(char character)
    {
        if (_length == _characters.Length)
        {
            Grow(1);
        }

        _characters[_length++] = character;
    }

    public void Append(string text) => Append(text, 0, text.Length);

    public void Append(string text, int start, int count)
    {
        if (_characters.Length - _length < count)
        {
            Grow(count);
        }

        text.AsSpan(start, count).CopyTo(_characters.Slice(_length));
        _length += count;
    }

    public override readonly string ToString() => _characters.Slice(0, _length).ToString();

    /// <summary>Gives the pooled array back.</summary>
    public void Dispose()
    {
        if (_rented is { } rented)
        {
            _rented = null;
            _characters = default;
            ArrayPool<char>.Shared.Return(rented, clearArray: true);
        }
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(checked(2 * _characters.Length), checked(_length + count)));
        _characters.Slice(0, _length).CopyTo(larger);
        var before = _rented;
        _characters = larger;
        _rented = larger;
        if (before is not null)
        {
            ArrayPool<char>.Shared.Return(before, clearArray: true);
        }
    }
}
