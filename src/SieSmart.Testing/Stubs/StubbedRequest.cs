using System.Text;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace SieSmart.Testing;

/// <summary>A request that a stub has had. Immutable.</summary>
public sealed class StubbedRequest
{
    internal StubbedRequest(
        HttpMethod method,
        string path,
        string query,
        IReadOnlyDictionary<string, string> pathValues,
        IReadOnlyDictionary<string, IReadOnlyList<string>> headers,
        ReadOnlyMemory<byte> content)
    {
        Method = method;
        Path = path;
        Query = query;
        PathValues = pathValues;
        QueryValues = ValuesOf(query);
        Headers = headers;
        Content = content;
        Body = Encoding.UTF8.GetString(content.ToArray());
    }

    /// <summary>Its method.</summary>
    public HttpMethod Method { get; }

    /// <summary>Its path below the base address without escapes, such as <c>/orders/42</c>.</summary>
    public string Path { get; }

    /// <summary>Its query as it was sent, without the question mark; empty if it has none.</summary>
    public string Query { get; }

    /// <summary>What stands in its path for the parameters of the pattern that it was answered by, without escapes; empty if that has none.</summary>
    public IReadOnlyDictionary<string, string> PathValues { get; }

    /// <summary>The values of its query by their names, both without escapes, in the order in which they were sent.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> QueryValues { get; }

    /// <summary>Its headers and those of its body, each value as it was sent; names in any case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>Its If-Match header as it was sent; null if it had none.</summary>
    public string? IfMatch => Headers.TryGetValue("If-Match", out var values) ? string.Join(", ", values) : null;

    /// <summary>Its body; empty if it had none.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Its body as text; empty if it had none.</summary>
    public string Body { get; }

    /// <summary>Reads its body, which must be JSON.</summary>
    /// <typeparam name="T">The type of the model.</typeparam>
    /// <param name="factory">The model's factory, such as <c>Order.CreateFromDiscriminatorValue</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="factory"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The body is no JSON object.</exception>
    public T Read<T>(ParsableFactory<T> factory)
        where T : IParsable
    {
        ArgumentNullException.ThrowIfNull(factory);
        try
        {
            using var document = JsonDocument.Parse(Content);
            return new JsonParseNode(document.RootElement.Clone()).GetObjectValue(factory) ?? throw Unreadable(null);
        }
        catch (JsonException exception)
        {
            throw Unreadable(exception);
        }
    }

    /// <summary>Method and path: never a query, a header or a body, which may hold secrets.</summary>
    public override string ToString() => $"{Method} {Path}";

    private static Dictionary<string, IReadOnlyList<string>> ValuesOf(string query) =>
        query.Split(['&'], StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split(['='], 2))
            .GroupBy(pair => Uri.UnescapeDataString(pair[0]), pair => pair.Length == 2 ? Uri.UnescapeDataString(pair[1]) : string.Empty, StringComparer.Ordinal)
            .ToDictionary(values => values.Key, values => (IReadOnlyList<string>)[.. values], StringComparer.Ordinal);

    private InvalidOperationException Unreadable(Exception? cause) =>
        new($"The body of {this} can't be read: it is no JSON object. Look at Body for what it is.", cause);
}
