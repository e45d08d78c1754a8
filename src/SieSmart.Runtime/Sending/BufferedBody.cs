using System.Buffers;
using SieSmart.Runtime.DirectJson;

namespace SieSmart.Runtime.Sending;

/// <summary>The body of an answer that was read into memory within its limits, for whoever reads it next without a copy.</summary>
/// <remarks>
/// The memory may be of the shared pool. Then it goes back when the call has ended, unless somebody has got a stream of it, or has
/// not disposed of the answer: a handler of the caller's may have handed it on.
/// </remarks>
internal sealed class BufferedBody(ArraySegment<byte> bytes, bool isPooled) : ByteArrayContent(bytes.Array!, bytes.Offset, bytes.Count), IJsonSource
{
    private bool _isDisposed;
    private bool _isShared;

    /// <summary>The body.</summary>
    public ArraySegment<byte> Bytes => bytes;

    /// <inheritdoc/>
    public bool IsOver { get; private set; }

    /// <summary>A body in the place of the one that it was read from, with that one's headers, which is disposed of.</summary>
    public static BufferedBody InPlaceOf(HttpContent content, ArraySegment<byte> bytes, bool isPooled = false)
    {
        var buffered = new BufferedBody(bytes, isPooled);
#if NET8_0_OR_GREATER
        foreach (var header in content.Headers.NonValidated)
        {
            if (IsLength(header.Key))
            {
                continue;
            }

            // As a list each would be made an object, and gone through by another.
            if (header.Value.Count == 1)
            {
                buffered.Headers.TryAddWithoutValidation(header.Key, header.Value.ToString());
            }
            else
            {
                buffered.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }
#else
        foreach (var header in content.Headers)
        {
            if (!IsLength(header.Key))
            {
                buffered.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }
#endif

        content.Dispose();
        return buffered;
    }

    /// <summary>Gives the memory back, if it is the pool's and nobody else can have it. Called once, when the call has ended.</summary>
    public void GiveBack()
    {
        if (isPooled && _isDisposed && !_isShared)
        {
            IsOver = true;
            bytes.AsSpan().Clear();
            ArrayPool<byte>.Shared.Return(bytes.Array!);
        }
    }

    /// <inheritdoc/>
    protected override Task<Stream> CreateContentReadStreamAsync()
    {
        _isShared = true;
        return base.CreateContentReadStreamAsync();
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc/>
    protected override Stream CreateContentReadStream(CancellationToken cancellationToken)
    {
        _isShared = true;
        return base.CreateContentReadStream(cancellationToken);
    }
#endif

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _isDisposed = true;
        base.Dispose(disposing);
    }

    private static bool IsLength(string header) => header.Equals("Content-Length", StringComparison.OrdinalIgnoreCase);
}
