namespace SieSmart.Runtime;

/// <summary>The body of a write that has none: .NET itself resends a request without content.</summary>
internal sealed class NoContent : ByteArrayContent
{
    private static readonly byte[] Nothing = [];

    public NoContent()
        : base(Nothing)
    {
    }
}
