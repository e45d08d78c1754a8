using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.DirectJson;

/// <summary>
/// Makes the nodes that read JSON directly into models which can do so, and everything else as Kiota does. It goes wherever Kiota
/// takes an <see cref="IParseNodeFactory"/>, into adapters of its own as well.
/// </summary>
/// <remarks>
/// Thread-safe. A body is read into memory as a whole. As with Kiota's factory there is no node of malformed JSON, which Kiota's
/// adapter relies on: it turns what this throws, and nothing that comes later, into an ApiException with the status.
/// </remarks>
public sealed class DirectJsonParseNodeFactory : IParseNodeFactory
{
    private const int FirstSize = 4 * 1024;

    private static readonly byte[] Preamble = [0xEF, 0xBB, 0xBF];

    /// <inheritdoc/>
    public string ValidContentType => "application/json";

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="contentType"/> is not that of JSON.</exception>
    public Task<IParseNode> GetRootParseNodeAsync(string contentType, Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (string.IsNullOrEmpty(contentType))
        {
            throw new ArgumentNullException(nameof(contentType));
        }

        return string.Equals(ValidContentType, contentType, StringComparison.OrdinalIgnoreCase)
            ? ReadAsync(content, cancellationToken)
            : throw new ArgumentOutOfRangeException(nameof(contentType), contentType, $"This factory reads {ValidContentType}. Register it under that content type.");
    }

    /// <summary>A node of JSON that is in memory already. Malformed JSON is noticed when a value is read from the node.</summary>
    /// <param name="json">The JSON, which must not change while the node is used; it may begin with a byte order mark.</param>
    public static IParseNode CreateNode(ReadOnlyMemory<byte> json) => new DirectJsonParseNode(WithoutPreamble(json), isRoot: true);

    /// <summary>A node of JSON whose bytes serve something else after a while.</summary>
    internal static IParseNode CreateNode(ReadOnlyMemory<byte> json, IJsonSource source) => new DirectJsonParseNode(WithoutPreamble(json), isRoot: true, source);

    private static ReadOnlyMemory<byte> WithoutPreamble(ReadOnlyMemory<byte> json) => json.Span.StartsWith(Preamble) ? json.Slice(Preamble.Length) : json;

    /// <summary>Looks whether there is anything wrong with JSON.</summary>
    /// <exception cref="JsonException">It is malformed.</exception>
    internal static void Check(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(WithoutPreamble(json).Span);
        while (reader.Read())
        {
            // Only to see that there is nothing wrong.
        }
    }

    private static IParseNode CreateCheckedNode(ReadOnlyMemory<byte> json)
    {
        Check(json);
        return CreateNode(json);
    }

    private static async Task<IParseNode> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var bytes = new byte[content.CanSeek ? checked((int)(content.Length - content.Position)) : FirstSize];
        var length = 0;
        while (true)
        {
            if (length == bytes.Length)
            {
                // Where the stream knows its length, this is its end as a rule.
                var next = new byte[1];
                if (await ReadAsync(content, next, 0, cancellationToken).ConfigureAwait(false) == 0)
                {
                    return CreateCheckedNode(bytes);
                }

                Array.Resize(ref bytes, Math.Max(FirstSize, bytes.Length * 2));
                bytes[length++] = next[0];
            }

            var count = await ReadAsync(content, bytes, length, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return CreateCheckedNode(bytes.AsMemory(0, length));
            }

            length += count;
        }
    }

#if NETSTANDARD2_0
    private static Task<int> ReadAsync(Stream content, byte[] bytes, int start, CancellationToken cancellationToken) =>
        content.ReadAsync(bytes, start, bytes.Length - start, cancellationToken);
#else
    private static ValueTask<int> ReadAsync(Stream content, byte[] bytes, int start, CancellationToken cancellationToken) =>
        content.ReadAsync(bytes.AsMemory(start), cancellationToken);
#endif
}
