using System.Collections;
using System.Net.Http.Headers;

namespace SieSmart.Runtime;

/// <summary>A copy of the headers of a message and of its body, each value as it goes over the wire. There are few, so they are searched one by one.</summary>
internal sealed class HeaderSnapshot : IReadOnlyDictionary<string, IReadOnlyList<string>>
{
    private readonly KeyValuePair<string, IReadOnlyList<string>>[] _headers;

    private HeaderSnapshot(KeyValuePair<string, IReadOnlyList<string>>[] headers) => _headers = headers;

    /// <summary>No headers.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Empty { get; } = new HeaderSnapshot([]);

    /// <inheritdoc/>
    public int Count => _headers.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _headers.Select(header => header.Key);

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyList<string>> Values => _headers.Select(header => header.Value);

    /// <inheritdoc/>
    public IReadOnlyList<string> this[string key] =>
        TryGetValue(key, out var values) ? values : throw new KeyNotFoundException($"The answer has no header {key}. Ask with TryGetValue.");

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(HttpRequestMessage request) => Of(request.Headers, request.Content);

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(HttpResponseMessage response) => Of(response.Headers, response.Content);

    /// <summary>Those of an answer of which nothing but its version is known.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(ETag etag) =>
        etag.IsMissing ? Empty : new HeaderSnapshot([new("ETag", [etag.ToString()])]);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, out IReadOnlyList<string> value)
    {
        var index = IndexOf(key);
        value = index < 0 ? null! : _headers[index].Value;
        return index >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, IReadOnlyList<string>>> GetEnumerator() => _headers.AsEnumerable().GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        for (var index = 0; index < _headers.Length; index++)
        {
            if (string.Equals(_headers[index].Key, key, StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }

#if NET8_0_OR_GREATER
    private static HeaderSnapshot Of(HttpHeaders message, HttpContent? content)
    {
        var own = message.NonValidated;
        var ofBody = content?.Headers.NonValidated ?? default;
        var headers = new KeyValuePair<string, IReadOnlyList<string>>[own.Count + ofBody.Count];
        var count = 0;

        // Validation would split and rewrite values; an entity tag must come through untouched.
        foreach (var header in own)
        {
            headers[count++] = new(header.Key, [.. header.Value]);
        }

        foreach (var header in ofBody)
        {
            headers[count++] = new(header.Key, [.. header.Value]);
        }

        return new HeaderSnapshot(headers);
    }
#else
    private static HeaderSnapshot Of(HttpHeaders message, HttpContent? content) =>
        new([.. message.Concat(content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()).Select(header => new KeyValuePair<string, IReadOnlyList<string>>(header.Key, [.. header.Value]))]);
#endif
}
