using System.Net;
using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using SieSmart.Runtime.DirectJson;

namespace SieSmart.Runtime.Sending;

/// <summary>Reads the body of an answer into a node of whatever format it has.</summary>
internal static class AnswerReader
{
    /// <summary>Whether an answer says that it has no body.</summary>
    public static bool IsEmpty(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.NoContent
        || response.Content is null
        || EmptyBody.Is(response.Content);

    /// <summary>The body's root; null if it has no body, or doesn't say of what type it is.</summary>
    /// <exception cref="ApiException">The body is of no type that can be read, or none of its type.</exception>
    public static async ValueTask<IParseNode?> ReadAsync(HttpResponseMessage response, IParseNodeFactory factories, CancellationToken cancellationToken)
    {
        if (response.Content is not { } content || MediaTypeOf(content) is not { Length: > 0 } type)
        {
            return null;
        }

        if (content is BufferedBody buffered)
        {
            if (buffered.Bytes.Count == 0)
            {
                return null;
            }

            if (IsReadDirectly(factories, type))
            {
                return DirectJsonParseNodeFactory.CreateNode(buffered.Bytes, buffered);
            }
        }

#if NET8_0_OR_GREATER
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        if (stream.CanSeek && stream.Length == 0)
        {
            return null;
        }

        try
        {
            return await factories.GetRootParseNodeAsync(type, stream, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or IOException or HttpRequestException))
        {
            throw FailedAnswer.Unreadable(response, exception);
        }
    }

    /// <summary>
    /// Whether the body of an answer that couldn't be read is no JSON at all. What is read directly isn't looked through before; asked only when
    /// something is wrong.
    /// </summary>
    public static bool IsMalformed(HttpResponseMessage response)
    {
        if (response.Content is not BufferedBody buffered)
        {
            return false;
        }

        try
        {
            DirectJsonParseNodeFactory.Check(buffered.Bytes);
            return false;
        }
        catch (JsonException)
        {
            return true;
        }
    }

    private static string? MediaTypeOf(HttpContent content) => PlainJson.TypeOf(content) ?? content.Headers.ContentType?.MediaType?.ToLowerInvariant();

    /// <summary>Whether the factory that Kiota's registry would take is the direct one.</summary>
    private static bool IsReadDirectly(IParseNodeFactory factories, string type) => factories switch
    {
        DirectJsonParseNodeFactory direct => string.Equals(direct.ValidContentType, type, StringComparison.Ordinal),
        ParseNodeFactoryRegistry registry when registry.GetType() == typeof(ParseNodeFactoryRegistry) =>
            registry.ContentTypeAssociatedFactories.TryGetValue(type, out var exact) ? exact is DirectJsonParseNodeFactory
            : WithoutVendor(type) is { } common && registry.ContentTypeAssociatedFactories.TryGetValue(common, out var general) && general is DirectJsonParseNodeFactory,
        _ => false,
    };

    /// <summary><c>application/problem+json</c> is read as <c>application/json</c>.</summary>
    private static string? WithoutVendor(string type)
    {
        var slash = type.IndexOf('/');
        var plus = type.LastIndexOf('+');
        return slash > 0 && plus > slash + 1 ? type.Remove(slash + 1, plus - slash) : null;
    }
}
