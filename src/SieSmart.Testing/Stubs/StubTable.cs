using Microsoft.Kiota.Abstractions;
using SieSmart.Runtime;

namespace SieSmart.Testing;

/// <summary>What a stub was told to answer, and what it has had. Thread-safe.</summary>
internal sealed class StubTable
{
    /// <summary>What another method counts among the differences of paths, which are in characters.</summary>
    private const int AnotherMethod = 2;

    private readonly Lock _gate = new();
    private readonly List<StubbedOperation> _operations = [];
    private readonly List<StubbedRequest> _requests = [];

    public IReadOnlyList<StubbedRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <exception cref="ArgumentException">The path is none, or is there with other names for its parameters.</exception>
    public StubbedOperation On(HttpMethod method, string path)
    {
        ArgumentNullException.ThrowIfNull(method);
        return On(method, PathPattern.Parse(path));
    }

    public StubbedOperation On(OperationDescription operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return On(new HttpMethod(operation.Method), operation.PathTemplate);
    }

    /// <exception cref="ArgumentException">It has a query.</exception>
    public StubbedOperation On(RequestInformation request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.QueryParameters.Values.Any(value => value is not null))
        {
            throw new ArgumentException(
                "The request has a query, and a stub goes by paths alone. Leave it out, and tell queries apart by the request's QueryValues in Answers(request => …).",
                nameof(request));
        }

        var address = request.URI;
        var baseAddress = request.PathParameters.TryGetValue("baseurl", out var text) && text is string { Length: > 0 } known ? new Uri(known) : new Uri(address, "/");
        return On(new HttpMethod(request.HttpMethod.ToString()), PathPattern.Of(PathBelow(baseAddress, address) ?? address.AbsolutePath));
    }

    /// <summary>The path of an address, still escaped, from the slash that follows the base address; null if it isn't below it.</summary>
    public static string? PathBelow(Uri baseAddress, Uri address)
    {
        var start = baseAddress.AbsolutePath.TrimEnd('/');
        return Uri.Compare(baseAddress, address, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
            && address.AbsolutePath.StartsWith(start + "/", StringComparison.Ordinal)
            ? address.AbsolutePath.Substring(start.Length)
            : null;
    }

    /// <summary>The operation of a request, and what stands in its path for parameters.</summary>
    public (StubbedOperation Operation, IReadOnlyDictionary<string, string> PathValues)? Find(HttpMethod method, string escapedPath)
    {
        foreach (var operation in Operations())
        {
            if (operation.Method == method && operation.Pattern.Match(escapedPath) is { } values)
            {
                return (operation, values);
            }
        }

        return null;
    }

    public void Record(StubbedRequest request)
    {
        lock (_gate)
        {
            _requests.Add(request);
        }
    }

    /// <summary>That no operation is that of a request, and which ones there are.</summary>
    public UnexpectedRequestException Unexpected(StubbedRequest request, string escapedPath)
    {
        var known = Operations()
            .OrderBy(operation => operation.Pattern.DistanceTo(escapedPath) + (operation.Method == request.Method ? 0 : AnotherMethod))
            .Select(operation => operation.ToString())
            .ToList();
        var others = known.Count switch
        {
            0 => "It has none yet.",
            1 => $"It has some for {known[0]}.",
            _ => $"It has some for, the nearest first: {string.Join(", ", known)}.",
        };
        return new(request, $"The stub has no answer for {request}. Tell it one with On({NameOf(request.Method)}, \"{request.Path}\").Returns(…). {others}");
    }

    private static string NameOf(HttpMethod method) => method.Method switch
    {
        "GET" or "POST" or "PUT" or "DELETE" or "PATCH" or "HEAD" or "OPTIONS" => $"HttpMethod.{method.Method[0]}{method.Method.Substring(1).ToLowerInvariant()}",
        _ => $"new HttpMethod(\"{method}\")",
    };

    private StubbedOperation On(HttpMethod method, PathPattern pattern)
    {
        lock (_gate)
        {
            var same = _operations.Find(operation => operation.Method == method && string.Equals(operation.Pattern.Shape, pattern.Shape, StringComparison.Ordinal));
            if (same is null)
            {
                same = new StubbedOperation(method, pattern);
                var next = _operations.FindIndex(other => PathPattern.LiteralFirst.Compare(pattern, other.Pattern) < 0);
                _operations.Insert(next < 0 ? _operations.Count : next, same);
            }
            else if (!same.Pattern.Names.SequenceEqual(pattern.Names, StringComparer.Ordinal))
            {
                throw new ArgumentException($"'{pattern.Text}' is the same path as '{same.Pattern.Text}', which {method} is stubbed for already. Call its parameters the same.", nameof(pattern));
            }

            return same;
        }
    }

    private List<StubbedOperation> Operations()
    {
        lock (_gate)
        {
            return [.. _operations];
        }
    }
}
