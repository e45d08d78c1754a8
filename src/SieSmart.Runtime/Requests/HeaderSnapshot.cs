using System.Collections.ObjectModel;
using System.Net.Http.Headers;

namespace SieSmart.Runtime;

/// <summary>Copies the headers of a message and of its body, each value as it goes over the wire.</summary>
internal static class HeaderSnapshot
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Empty { get; } =
        new ReadOnlyDictionary<string, IReadOnlyList<string>>(
            new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase));

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(HttpRequestMessage request) => Of(request.Headers, request.Content);

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(HttpResponseMessage response) => Of(response.Headers, response.Content);

    /// <summary>Those of an answer of which nothing but its version is known.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(ETag etag) =>
        etag.IsMissing
            ? Empty
            : new ReadOnlyDictionary<string, IReadOnlyList<string>>(
                new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase) { ["ETag"] = [etag.ToString()] });

    private static ReadOnlyDictionary<string, IReadOnlyList<string>> Of(HttpHeaders message, HttpContent? content)
    {
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        Add(headers, message);
        if (content is not null)
        {
            Add(headers, content.Headers);
        }

        return new ReadOnlyDictionary<string, IReadOnlyList<string>>(headers);
    }

    private static void Add(Dictionary<string, IReadOnlyList<string>> target, HttpHeaders source)
    {
#if NET8_0_OR_GREATER
        // Validation would split and rewrite values; an entity tag must come through untouched.
        foreach (var header in source.NonValidated)
        {
            target[header.Key] = [.. header.Value];
        }
#else
        foreach (var header in source)
        {
            target[header.Key] = [.. header.Value];
        }
#endif
    }
}
