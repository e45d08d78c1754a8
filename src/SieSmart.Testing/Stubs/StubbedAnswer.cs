#if NET8_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;
#endif
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Testing;

/// <summary>
/// What a stub answers to one request. Immutable: <c>With…</c> makes another answer.
/// </summary>
public sealed class StubbedAnswer
{
    private const string JsonType = "application/json";

    /// <summary>The status; null if the connection breaks before an answer.</summary>
    private readonly HttpStatusCode? _status;

    private readonly byte[] _content;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _headers;

    private StubbedAnswer(HttpStatusCode? status, byte[] content, IReadOnlyList<KeyValuePair<string, string>> headers, TimeSpan delay)
    {
        _status = status;
        _content = content;
        _headers = headers;
        Delay = delay;
    }

    internal TimeSpan Delay { get; }

    /// <summary>200 with an object, with those members that only the server sets if they are set: see <see cref="ServerSetExtensions"/>.</summary>
    /// <param name="value">The object, which is written at once: later changes to it have no effect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static StubbedAnswer Of(IParsable value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Of(HttpStatusCode.OK, ModelJson.Write(writer => writer.WriteObjectValue(null, value)), JsonType);
    }

    /// <summary>200 with a list of objects.</summary>
    /// <param name="values">The objects, which are written at once: later changes to them have no effect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    public static StubbedAnswer Of<T>(IEnumerable<T> values)
        where T : IParsable
    {
        ArgumentNullException.ThrowIfNull(values);
        return Of(HttpStatusCode.OK, ModelJson.Write(writer => writer.WriteCollectionOfObjectValues(null, values)), JsonType);
    }

    /// <summary>200 with JSON.</summary>
    /// <param name="json">The body.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static StubbedAnswer OfJson(
#if NET8_0_OR_GREATER
        [StringSyntax(StringSyntaxAttribute.Json)]
#endif
        string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Of(HttpStatusCode.OK, Encoding.UTF8.GetBytes(json), JsonType);
    }

    /// <summary>200 with bytes, such as a PDF's.</summary>
    /// <param name="content">The body.</param>
    /// <param name="mediaType">Its type, such as <c>application/pdf</c>; not empty.</param>
    /// <exception cref="ArgumentException"><paramref name="mediaType"/> is null or empty.</exception>
    public static StubbedAnswer OfBytes(ReadOnlyMemory<byte> content, string mediaType) =>
        string.IsNullOrEmpty(mediaType)
            ? throw new ArgumentException("The media type is empty. Name that of the body, such as application/pdf.", nameof(mediaType))
            : Of(HttpStatusCode.OK, content.ToArray(), mediaType);

    /// <summary>204, without a body.</summary>
    public static StubbedAnswer OfNothing() => Of(HttpStatusCode.NoContent, [], mediaType: null);

    /// <summary>A status, for instance 412 for a version that is no longer current.</summary>
    /// <param name="status">The status.</param>
    /// <param name="body">The body, as JSON; none by default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    public static StubbedAnswer OfStatus(HttpStatusCode status, string body = "")
    {
        ArgumentNullException.ThrowIfNull(body);
        return Of(status, Encoding.UTF8.GetBytes(body), body.Length == 0 ? null : JsonType);
    }

    /// <summary>
    /// No answer: the connection breaks after the request, so that nobody knows of a write whether it was applied.
    /// </summary>
    public static StubbedAnswer Lost() => new(status: null, [], [], TimeSpan.Zero);

    /// <summary>The answer with another status.</summary>
    /// <param name="status">The status.</param>
    public StubbedAnswer WithStatus(HttpStatusCode status) => new(status, _content, _headers, Delay);

    /// <summary>The answer with an ETag.</summary>
    /// <param name="etag">The header's value, byte for byte; null for none.</param>
    public StubbedAnswer WithETag(string? etag) => Replace("ETag", etag);

    /// <summary>The answer with the time after which a request may be sent again, as a Retry-After header.</summary>
    /// <param name="wait">The time, zero or more; in whole seconds, of which one that has begun counts.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="wait"/> is negative.</exception>
    public StubbedAnswer WithRetryAfter(TimeSpan wait) =>
        wait < TimeSpan.Zero
            ? throw new ArgumentOutOfRangeException(nameof(wait), wait, "The time to wait is negative. Give zero or more.")
            : Replace("Retry-After", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    /// <summary>The answer with a header of its own or of its body; one more of a name that it has already, but for <c>Content-Type</c>, which is replaced.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">Its value, byte for byte.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">No answer can have a header of that name.</exception>
    public StubbedAnswer WithHeader(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        using var trial = new HttpResponseMessage { Content = new ByteArrayContent([]) };
        if (!Add(trial, name, value))
        {
            throw new ArgumentException($"No answer can have a header '{name}'. Give the name of one that responses carry, such as X-Trace-Id.", nameof(name));
        }

        return name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
            ? Replace(name, value)
            : new StubbedAnswer(_status, _content, [.. _headers, new(name, value)], Delay);
    }

    /// <summary>The answer after a wait, by the stub's <see cref="TimeProvider"/>. The request counts as arrived before it.</summary>
    /// <param name="delay">The wait, zero or more. It ends when the request is cancelled, as by a time limit of the client.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative.</exception>
    public StubbedAnswer WithDelay(TimeSpan delay) =>
        delay < TimeSpan.Zero
            ? throw new ArgumentOutOfRangeException(nameof(delay), delay, "The delay is negative. Give zero or more.")
            : new StubbedAnswer(_status, _content, _headers, delay);

    /// <exception cref="HttpRequestException">The answer is lost.</exception>
    internal HttpResponseMessage ToResponse(HttpRequestMessage request)
    {
        if (_status is not { } status)
        {
            const string Broken = "The stub broke the connection, as it was told to.";
#if NET8_0_OR_GREATER
            throw new HttpRequestException(HttpRequestError.ResponseEnded, Broken);
#else
            throw new HttpRequestException(Broken);
#endif
        }

        var response = new HttpResponseMessage(status) { RequestMessage = request, Content = new ByteArrayContent(_content) };
        foreach (var header in _headers)
        {
            Add(response, header.Key, header.Value);
        }

        return response;
    }

    private static StubbedAnswer Of(HttpStatusCode status, byte[] content, string? mediaType) =>
        new(status, content, mediaType is null ? [] : [new("Content-Type", mediaType)], TimeSpan.Zero);

    /// <summary>Unchecked: an API's ETags need not be quoted, which the typed header does not allow.</summary>
    private static bool Add(HttpResponseMessage response, string name, string value) =>
        response.Headers.TryAddWithoutValidation(name, value) || response.Content!.Headers.TryAddWithoutValidation(name, value);

    private StubbedAnswer Replace(string name, string? value)
    {
        var others = _headers.Where(header => !header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        return new(_status, _content, value is null ? [.. others] : [.. others, new(name, value)], Delay);
    }
}
