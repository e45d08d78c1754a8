using SieSmart.Generators.Reading.OpenApi;

namespace SieSmart.Generators.Shaping;

/// <summary>Where calls go unless the application says otherwise.</summary>
internal static class ServerAddress
{
    /// <summary>The address of the first server, by https where it has both; null if the document names none.</summary>
    public static string? Of(OpenApiDocument document)
    {
        if (document.ServerUrls.Count == 0)
        {
            return null;
        }

        var first = document.ServerUrls[0];
        var secure = first.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "https://" + first.Substring("http://".Length) : first;
        var url = (document.ServerUrls.Contains(secure) ? secure : first).TrimEnd('/');
        return url.Length > 0 ? url : null;
    }

    /// <summary>Whether an address needs nothing more: neither the document's own nor a variable.</summary>
    public static bool IsWhole(string url) =>
        url.IndexOf('{') < 0 && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";
}
