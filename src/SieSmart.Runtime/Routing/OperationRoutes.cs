namespace SieSmart.Runtime.Routing;

/// <summary>
/// Tells which operation of a generated client a request is for, from its method and address alone: for requests that were
/// built by hand. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Literal segments come first, so <c>/proposals/proposal</c> is never <c>/proposals/{proposal-id}</c>. Where no path
/// matches as it is written, one that differs in case or by a slash at the end does: many servers take them for the same.
/// </remarks>
public sealed class OperationRoutes
{
    private readonly OperationRoute[] _routes;
    private readonly Uri _baseAddress;
    private readonly string _basePath;

    /// <summary>Makes a table of operations.</summary>
    /// <param name="operations">The operations, in any order.</param>
    /// <param name="baseAddress">The absolute address that their path templates begin after, with or without a slash at its end.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public OperationRoutes(IReadOnlyList<OperationDescription> operations, Uri baseAddress)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(baseAddress);
        _routes = [.. operations.Select(operation => new OperationRoute(operation)).OrderBy(route => route, OperationRoute.LiteralFirst)];
        _baseAddress = baseAddress;
        _basePath = baseAddress.AbsolutePath.TrimEnd('/') + "/";
    }

    /// <summary>Finds the operation of a request.</summary>
    /// <param name="method">The HTTP method, in any case.</param>
    /// <param name="address">The absolute address; its query and fragment don't matter.</param>
    /// <returns>The operation; null if there is none, or the address isn't below the base address.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public OperationDescription? Find(string method, Uri address)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri
            || Uri.Compare(address, _baseAddress, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) != 0
            || !address.AbsolutePath.StartsWith(_basePath, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var path = address.AbsolutePath.Substring(_basePath.Length);
        return Find(method, path.Split('/'), StringComparison.Ordinal)
            ?? Find(method, path.TrimEnd('/').Split('/'), StringComparison.OrdinalIgnoreCase);
    }

    private OperationDescription? Find(string method, string[] escapedSegments, StringComparison comparison)
    {
        var segments = Array.ConvertAll(escapedSegments, Uri.UnescapeDataString);
        return Array.Find(_routes, route => route.Matches(method, segments, comparison))?.Operation;
    }
}
