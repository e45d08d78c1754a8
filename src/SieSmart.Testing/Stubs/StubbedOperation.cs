using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace SieSmart.Testing;

/// <summary>
/// What a <see cref="SieSmartStub"/> answers to one method and path: each call takes the next answer, and the last one stays.
/// Thread-safe.
/// </summary>
public sealed class StubbedOperation
{
    private const string Json = "application/json";

    private readonly Lock _gate = new();
    private readonly Queue<StubbedAnswer> _answers = new();

    internal StubbedOperation()
    {
    }

    /// <summary>
    /// Answers 200 with JSON: the way to give what the model lets only the server set, such as a proposal's id.
    /// </summary>
    /// <param name="json">The body.</param>
    /// <param name="etag">The ETag of the answer, byte for byte; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public StubbedOperation ReturnsJson([StringSyntax(StringSyntaxAttribute.Json)] string json, string? etag = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Answer(HttpStatusCode.OK, Encoding.UTF8.GetBytes(json), Json, etag);
    }

    /// <summary>Answers 200 with an object, without the properties that only the server sets; see <see cref="ReturnsJson"/> for those.</summary>
    /// <param name="value">The object.</param>
    /// <param name="etag">The ETag of the answer, byte for byte; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public StubbedOperation Returns(IParsable value, string? etag = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Answer(HttpStatusCode.OK, Write(writer => writer.WriteObjectValue(null, value)), Json, etag);
    }

    /// <summary>Answers 200 with a list of objects.</summary>
    /// <param name="values">The objects.</param>
    /// <param name="etag">The ETag of the answer, byte for byte; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    public StubbedOperation Returns<T>(IEnumerable<T> values, string? etag = null)
        where T : IParsable
    {
        ArgumentNullException.ThrowIfNull(values);
        return Answer(HttpStatusCode.OK, Write(writer => writer.WriteCollectionOfObjectValues(null, values)), Json, etag);
    }

    /// <summary>Answers 200 with bytes, such as a PDF's.</summary>
    /// <param name="content">The body.</param>
    /// <param name="mediaType">Its type, such as <c>application/pdf</c>.</param>
    /// <param name="etag">The ETag of the answer, byte for byte; null for none.</param>
    /// <exception cref="ArgumentException"><paramref name="mediaType"/> is empty.</exception>
    public StubbedOperation Returns(ReadOnlyMemory<byte> content, string mediaType, string? etag = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(mediaType);
        return Answer(HttpStatusCode.OK, content, mediaType, etag);
    }

    /// <summary>Answers 204, without a body.</summary>
    /// <param name="etag">The ETag of the answer, byte for byte; null for none.</param>
    public StubbedOperation ReturnsNothing(string? etag = null) => Answer(HttpStatusCode.NoContent, default, mediaType: null, etag);

    /// <summary>Answers with a status, for instance 412 for a version that is no longer current.</summary>
    /// <param name="status">The status.</param>
    /// <param name="body">The body, as JSON; none by default.</param>
    public StubbedOperation Fails(HttpStatusCode status, string body = "") =>
        Answer(status, Encoding.UTF8.GetBytes(body), body.Length == 0 ? null : Json, etag: null);

    /// <summary>
    /// Breaks the connection after the request: of a write nobody knows then whether it was applied, and the client throws an
    /// <see cref="SieSmart.Runtime.OutcomeUnknownException"/>.
    /// </summary>
    public StubbedOperation LosesItsAnswer() => Add(new StubbedAnswer(Status: null, default, MediaType: null, ETag: null));

    internal StubbedAnswer? Next()
    {
        lock (_gate)
        {
            return _answers.Count > 1 ? _answers.Dequeue() : _answers.TryPeek(out var last) ? last : null;
        }
    }

    private static byte[] Write(Action<ISerializationWriter> write)
    {
        using var writer = new JsonSerializationWriterFactory().GetSerializationWriter(Json);
        write(writer);
        using var content = writer.GetSerializedContent();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    private StubbedOperation Answer(HttpStatusCode status, ReadOnlyMemory<byte> content, string? mediaType, string? etag) =>
        Add(new StubbedAnswer(status, content, mediaType, etag));

    private StubbedOperation Add(StubbedAnswer answer)
    {
        lock (_gate)
        {
            _answers.Enqueue(answer);
        }

        return this;
    }
}
