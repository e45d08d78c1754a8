using System.Text.Json;

namespace SieSmart.Runtime.DirectJson;

/// <summary>A value of a body that can't be read as what the document says of it.</summary>
internal sealed class UnreadableJsonException : JsonException
{
    public UnreadableJsonException(string message, string expected, long position, string? path = null, Exception? innerException = null)
        : base(message, path, lineNumber: null, bytePositionInLine: position, innerException)
    {
        Expected = expected;
        Position = position;
    }

    /// <summary>What should have been there.</summary>
    public string Expected { get; }

    /// <summary>Where the value begins, in bytes.</summary>
    public long Position { get; }
}
