using System.Collections.ObjectModel;
using System.Net.Http.Headers;

namespace SieSmart.Runtime;

/// <summary>Copies the headers of a response, each value as it came over the wire.</summary>
internal static class ResponseHeaderSnapshot
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Empty { get; } =
        new ReadOnlyDictionary<string, IReadOnlyList<string>>(
            new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase));

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        Add(headers, response.Headers);
        if (response.Content is { } content)
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
