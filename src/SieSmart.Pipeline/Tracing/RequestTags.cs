using System.Diagnostics;
using System.Globalization;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.Tracing;

/// <summary>What spans and metrics say of a request.</summary>
internal static class RequestTags
{
    private const UriComponents WithoutQuery = UriComponents.SchemeAndServer | UriComponents.Path;

    public static TagList Of(HttpRequestMessage request, OperationDescription? operation, int? status, string? failure)
    {
        var tags = new TagList
        {
            { TagName.Method, request.Method.Method },
            { TagName.ServerAddress, request.RequestUri?.Host },
            { TagName.ServerPort, request.RequestUri?.Port },
        };
        Add(ref tags, TagName.UrlTemplate, operation?.PathTemplate);
        Add(ref tags, TagName.StatusCode, status);
        Add(ref tags, TagName.ErrorType, failure);
        return tags;
    }

    public static void Set(Activity span, in TagList tags, string? failure)
    {
        foreach (var tag in tags)
        {
            span.SetTag(tag.Key, tag.Value);
        }

        if (failure is not null)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }

    /// <summary>The type alone: a message may quote what it was about.</summary>
    public static string ErrorType(Exception exception) => exception.GetType().FullName ?? exception.GetType().Name;

    public static string ErrorType(HttpResponseMessage response) => ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);

    /// <summary>Without the values of a query, which may name people and companies.</summary>
    public static string? AddressOf(HttpRequestMessage request) => request.RequestUri is { } address
        ? address.GetComponents(WithoutQuery, UriFormat.UriEscaped) + (address.Query.Length > 0 ? "?*" : string.Empty)
        : null;

    private static void Add(ref TagList tags, string name, object? value)
    {
        if (value is not null)
        {
            tags.Add(name, value);
        }
    }
}
