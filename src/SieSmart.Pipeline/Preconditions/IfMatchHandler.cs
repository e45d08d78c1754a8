using System.Globalization;
using SieSmart.Runtime;
using SieSmart.Runtime.Routing;

namespace SieSmart.Pipeline.Preconditions;

/// <summary>
/// The last line of defence: refuses a guarded operation that doesn't name exactly one version, before it costs a permit, a
/// token or a request. Generated methods can't get here without an ETag; requests built by hand can.
/// </summary>
internal sealed class IfMatchHandler(IReadOnlyList<OperationDescription> operations, Uri baseAddress) : DelegatingHandler
{
    private const string IfMatch = "If-Match";

    // Where no operation of a method is guarded, as with reads, the address needn't be looked at.
    private readonly HashSet<string> _guardedMethods = new(operations.Where(operation => operation.IsGuarded).Select(operation => operation.Method), StringComparer.OrdinalIgnoreCase);

    // Requests of generated code say which operation they are.
    private readonly Lazy<OperationRoutes> _routes = new(() => new OperationRoutes(operations, baseAddress));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        FindGuarded(request) is { } operation && FindFault(request) is { } fault
            ? Task.FromException<HttpResponseMessage>(Refusal(operation, fault))
            : base.SendAsync(request, cancellationToken);

    /// <summary>The guarded operation that the request says it is, or that its address is; a caller can set either.</summary>
    private OperationDescription? FindGuarded(HttpRequestMessage request)
    {
        if (OperationContext.Of(request)?.Operation is { IsGuarded: true } stated)
        {
            return stated;
        }

        return _guardedMethods.Contains(request.Method.Method)
            && request.RequestUri is { } address
            && _routes.Value.Find(request.Method.Method, address) is { IsGuarded: true } addressed
            ? addressed
            : null;
    }

    private static string? FindFault(HttpRequestMessage request)
    {
#if NET8_0_OR_GREATER
        // As they would go over the wire: an unquoted tag, as SieSmart's are, is no valid header value to .NET.
        var count = request.Headers.NonValidated.TryGetValues(IfMatch, out var values) ? values.Count : 0;
        return count == 1 ? FindFault(values.ToString()) : FindFault(count);
#else
        List<string> values = request.Headers.TryGetValues(IfMatch, out var present) ? [.. present] : [];
        return values.Count == 1 ? FindFault(values[0]) : FindFault(values.Count);
#endif
    }

    private static string FindFault(int count) => count == 0
        ? "it has no If-Match header"
        : $"it has {count.ToString(CultureInfo.InvariantCulture)} If-Match headers, and an API accepts a write if any of them matches";

    private static string? FindFault(string value)
    {
        if (ETag.TryParse(value, out _))
        {
            return null;
        }

        try
        {
            ETag.Parse(value);
            return null;
        }
        catch (FormatException exception)
        {
            return $"its If-Match header is no ETag ({exception.Message})";
        }
    }

    private static InvalidOperationException Refusal(OperationDescription operation, string fault)
    {
        var source = operation.VersionScope is { } scope
            ? $"that of GET {scope}, or of the last write there that returned one"
            : "that of the resource's last GET";
        return new InvalidOperationException(
            $"{operation} was not sent: {fault}. Send one If-Match header with the ETag of the version that you saw, byte for byte: {source}.");
    }
}
