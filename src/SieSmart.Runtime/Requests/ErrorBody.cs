namespace SieSmart.Runtime;

/// <summary>Reads the body of an error that nobody else keeps.</summary>
internal static class ErrorBody
{
    private const int Largest = 1024 * 1024;
    private const int ChunkLength = 16 * 1024;

    /// <summary>Its beginning; nothing of one that can't be read, since the status is what counts.</summary>
    public static async Task<ArraySegment<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            using var buffer = new MemoryStream();
#if NET8_0_OR_GREATER
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            var chunk = new byte[ChunkLength];
            int count;
#pragma warning disable CA1835 // The overload with memory doesn't exist in netstandard2.0.
            while (buffer.Length < Largest && (count = await stream.ReadAsync(chunk, 0, Math.Min(chunk.Length, Largest - (int)buffer.Length), cancellationToken).ConfigureAwait(false)) > 0)
#pragma warning restore CA1835
            {
                buffer.Write(chunk, 0, count);
            }

            return new ArraySegment<byte>(buffer.GetBuffer(), 0, (int)buffer.Length);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new ArraySegment<byte>([]);
        }
    }
}
