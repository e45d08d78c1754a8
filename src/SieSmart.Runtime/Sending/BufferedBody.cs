namespace SieSmart.Runtime.Sending;

/// <summary>The body of an answer that was read into memory within its limits, for whoever reads it next without a copy.</summary>
internal sealed class BufferedBody(ArraySegment<byte> bytes) : ByteArrayContent(bytes.Array!, bytes.Offset, bytes.Count)
{
    /// <summary>The body.</summary>
    public ArraySegment<byte> Bytes => bytes;

    /// <summary>A body in the place of the one that it was read from, with that one's headers, which is disposed of.</summary>
    public static BufferedBody InPlaceOf(HttpContent content, ArraySegment<byte> bytes)
    {
        var buffered = new BufferedBody(bytes);
#if NET8_0_OR_GREATER
        foreach (var header in content.Headers.NonValidated)
        {
            if (!IsLength(header.Key))
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

    private static bool IsLength(string header) => header.Equals("Content-Length", StringComparison.OrdinalIgnoreCase);
}
