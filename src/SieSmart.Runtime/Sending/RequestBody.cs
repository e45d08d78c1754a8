namespace SieSmart.Runtime.Sending;

/// <summary>A body that is in memory as a whole, so that its length is known and it can be sent again.</summary>
internal sealed class RequestBody : ByteArrayContent
{
    private RequestBody(ArraySegment<byte> bytes)
        : base(bytes.Array!, bytes.Offset, bytes.Count)
    {
    }

    /// <summary>The body of a request; null if it has none.</summary>
    public static HttpContent? Of(Stream? content) => content switch
    {
        null => null,
        MemoryStream memory when memory.TryGetBuffer(out var bytes) => new RequestBody(new ArraySegment<byte>(bytes.Array!, bytes.Offset + (int)memory.Position, bytes.Count - (int)memory.Position)),
        _ => content == Stream.Null ? null : new StreamContent(content),
    };
}
