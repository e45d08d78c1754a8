using Microsoft.Kiota.Abstractions;

namespace SieSmart.Runtime.Routing;

/// <summary>
/// Tells which operation a request is for, from its method and URL template: for requests that nobody attached a context to, as those of
/// Kiota's own methods. Immutable and thread-safe.
/// </summary>
internal sealed class OperationTemplates
{
    private const string BaseUrl = "{+baseurl}";

    private readonly Dictionary<(string Method, string Path), OperationDescription> _operations = [];

    /// <summary>Makes a table of operations.</summary>
    public OperationTemplates(IEnumerable<OperationDescription> operations)
    {
        foreach (var operation in operations)
        {
            _operations[(operation.Method, operation.PathTemplate)] = operation;
        }
    }

    /// <summary>Finds the operation of a request; null if there is none.</summary>
    public OperationDescription? Find(RequestInformation requestInfo) =>
        _operations.Count > 0
        && requestInfo.UrlTemplate is { } template
        && template.StartsWith(BaseUrl, StringComparison.Ordinal)
        && _operations.TryGetValue((requestInfo.HttpMethod.ToString(), PathOf(template)), out var operation)
            ? operation
            : null;

    // Kiota escapes the names of parameters, and writes required ones of the query as they are: {+baseurl}/a/{b%2Did}?c={c}{&d}.
    private static string PathOf(string template)
    {
        var query = template.IndexOf('?');
        var end = query < 0 ? template.Length : query - (template[query - 1] == '{' ? 1 : 0);
        var path = template.Substring(BaseUrl.Length, end - BaseUrl.Length);
        return Uri.UnescapeDataString(path);
    }
}
