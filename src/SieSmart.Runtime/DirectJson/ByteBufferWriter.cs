using System.Buffers;

namespace SieSmart.Runtime.DirectJson;

/// <summary>Takes bytes into one array of the shared pool, which grows as needed.</summary>
internal sealed class ByteBufferWriter : IBufferWriter<byte>
{
    private const int FirstSize = 16 * 1024;

    private byte[] _bytes = [];
    private int _length;

    /// <summary>A copy of what was written.</summary>
    public byte[] ToArray()
    {
#if NETSTANDARD2_0
        var copy = new byte[_length];
#else
        var copy = GC.AllocateUninitializedArray<byte>(_length);
#endif
        _bytes.AsSpan(0, _length).CopyTo(copy);
        return copy;
    }

    /// <summary>Forgets what was written, and gives the array back.</summary>
    public void Clear()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }

        _length = 0;
    }

    /// <inheritdoc/>
    public void Advance(int count) => _length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(_length);
    }

    private void Reserve(int sizeHint)
    {
        var needed = checked(_length + Math.Max(sizeHint, 1));
        if (needed <= _bytes.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(needed, FirstSize), (int)Math.Min(2L * _bytes.Length, 0x7FFFFFC7)));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = larger;
    }
}
