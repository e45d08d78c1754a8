using System.Collections.Concurrent;
using Microsoft.Kiota.Abstractions;

namespace SieSmart.Runtime.Sending;

/// <summary>The addresses of requests. Keeps the templates that it has taken apart. Thread-safe.</summary>
internal sealed class UrlTemplates
{
    // A client has as many as it has paths; more come from requests with a template of their own each.
    private const int MostTemplates = 10_000;

    private const string RawUrlParameter = "request-raw-url";
    private const string BaseUrlParameter = "baseurl";

    private readonly ConcurrentDictionary<string, UrlTemplate?> _templates = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The address of a request.</summary>
    public Uri AddressOf(RequestInformation requestInfo, string? baseUrl)
    {
        if (baseUrl is not null
            && requestInfo.UrlTemplate is { Length: > 0 } template
            && requestInfo.PathParameters is { Count: > 0 } parameters
            && !parameters.ContainsKey(RawUrlParameter)
            && !HasNameTwice(requestInfo)
            && TemplateOf(template)?.TryExpand(baseUrl, parameters, requestInfo.QueryParameters) is { } address)
        {
            return new Uri(address);
        }

        return ExpandWithKiota(requestInfo, baseUrl);
    }

    /// <summary>
    /// Without a trace in the request: one whose address was set as a whole has no parameters, and must not look as if it had some when it
    /// is sent again.
    /// </summary>
    private static Uri ExpandWithKiota(RequestInformation requestInfo, string? baseUrl)
    {
        var parameters = requestInfo.PathParameters;
        parameters.TryGetValue(BaseUrlParameter, out var before);
        parameters[BaseUrlParameter] = baseUrl!;
        var address = requestInfo.URI;
        if (before is null)
        {
            requestInfo.PathParameters.Remove(BaseUrlParameter);
        }

        return address;
    }

    /// <summary>What Kiota refuses.</summary>
    private static bool HasNameTwice(RequestInformation requestInfo)
    {
        if (requestInfo.QueryParameters.Count > 0)
        {
            foreach (var name in requestInfo.QueryParameters.Keys)
            {
                if (requestInfo.PathParameters.ContainsKey(name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private UrlTemplate? TemplateOf(string template)
    {
        if (_templates.TryGetValue(template, out var known))
        {
            return known;
        }

        var parsed = UrlTemplate.TryParse(template);
        if (Volatile.Read(ref _count) < MostTemplates && _templates.TryAdd(template, parsed))
        {
            Interlocked.Increment(ref _count);
        }

        return parsed;
    }
}
