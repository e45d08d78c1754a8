using System.Collections;
using System.Net.Http.Headers;

namespace SieSmart.Runtime;

/// <summary>A copy of the headers of a message and of its body, each value as it goes over the wire. There are few, so they are searched one by one.</summary>
internal sealed class HeaderSnapshot : IReadOnlyDictionary<string, IReadOnlyList<string>>
{
    // A value is a text, or several as an array: nearly every header has one, and few are asked for.
    private readonly KeyValuePair<string, object>[] _headers;

    private HeaderSnapshot(KeyValuePair<string, object>[] headers) => _headers = headers;

    /// <summary>No headers.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Empty { get; } = new HeaderSnapshot([]);

    /// <inheritdoc/>
    public int Count => _headers.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _headers.Select(header => header.Key);

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyList<string>> Values => _headers.Select(header => ListOf(header.Value));

    /// <inheritdoc/>
    public IReadOnlyList<string> this[string key] =>
        TryGetValue(key, out var values) ? values : throw new KeyNotFoundException($"The answer has no header {key}. Ask with TryGetValue.");

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(HttpRequestMessage request) => Of(request.Headers, request.Content);

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(HttpResponseMessage response) => Of(response.Headers, response.Content);

    /// <summary>Those of an answer of which nothing but its version is known.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(ETag etag) =>
        etag.IsMissing ? Empty : new HeaderSnapshot([new("ETag", etag.ToString())]);

    /// <summary>The one value of a header; null if there is none, or more than one.</summary>
    public static string? SingleValue(IReadOnlyDictionary<string, IReadOnlyList<string>> headers, string key) =>
        headers is HeaderSnapshot snapshot
            ? snapshot.IndexOf(key) is >= 0 and var index ? snapshot._headers[index].Value as string : null
            : headers.TryGetValue(key, out var values) && values.Count == 1 ? values[0] : null;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, out IReadOnlyList<string> value)
    {
        var index = IndexOf(key);
        value = index < 0 ? null! : ListOf(_headers[index].Value);
        return index >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, IReadOnlyList<string>>> GetEnumerator()
    {
        foreach (var header in _headers)
        {
            yield return new(header.Key, ListOf(header.Value));
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static IReadOnlyList<string> ListOf(object value) => value is string one ? [one] : (string[])value;

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
        var headers = new KeyValuePair<string, object>[own.Count + ofBody.Count];
        var count = 0;

        // Validation would split and rewrite values; an entity tag must come through untouched.
        foreach (var header in own)
        {
            headers[count++] = new(header.Key, ValueOf(header.Value));
        }

        foreach (var header in ofBody)
        {
            headers[count++] = new(header.Key, ValueOf(header.Value));
        }

        return new HeaderSnapshot(headers);
    }

    private static object ValueOf(HeaderStringValues values) => values.Count == 1 ? values.ToString() : values.ToArray();
#else
    private static HeaderSnapshot Of(HttpHeaders message, HttpContent? content) =>
        new([.. message.Concat(content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()).Select(header => new KeyValuePair<string, object>(header.Key, ValueOf([.. header.Value])))]);

    private static object ValueOf(string[] values) => values.Length == 1 ? values[0] : values;
#endif
}
