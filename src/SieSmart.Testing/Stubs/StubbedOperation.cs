#if NET8_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;
#endif
using System.Net;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Testing;

/// <summary>
/// What a stub answers to one method and path: each request takes the next answer, and the last one stays, unless
/// <see cref="AndNoMore"/> says otherwise. Thread-safe.
/// </summary>
public sealed class StubbedOperation
{
    private readonly Lock _gate = new();
    private readonly List<Func<StubbedRequest, CancellationToken, Task<StubbedAnswer>>> _answers = [];
    private readonly List<StubbedRequest> _requests = [];
    private bool _isLimited;

    internal StubbedOperation(HttpMethod method, PathPattern pattern)
    {
        Method = method;
        Pattern = pattern;
    }

    /// <summary>The requests that it has had so far, in the order of their arrival: a snapshot.</summary>
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

    internal HttpMethod Method { get; }

    internal PathPattern Pattern { get; }

    /// <summary>Answers 200 with JSON.</summary>
    /// <param name="json">The body.</param>
    /// <param name="etag">The ETag of the answer, byte for byte; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public StubbedOperation ReturnsJson(
#if NET8_0_OR_GREATER
        [StringSyntax(StringSyntaxAttribute.Json)]
#endif
        string json,
        string? etag = null) => Answers(StubbedAnswer.OfJson(json).WithETag(etag));

    /// <summary>
    /// Answers 200 with an object, with those members that only the server sets if <see cref="ServerSetExtensions.SetByServer"/> has set them.
    /// </summary>
    /// <param name="value">The object, which is written at once: later changes to it have no effect.</param>
    /// <param name="etag">The ETag of the answer, byte for byte; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public StubbedOperation Returns(IParsable value, string? etag = null) => Answers(StubbedAnswer.Of(value).WithETag(etag));

    /// <summary>Answers 200 with a list of objects.</summary>
    /// <param name="values">The objects, which are written at once: later changes to them have no effect.</param>
    /// <param name="etag">The ETag of the answer, byte for byte; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    public StubbedOperation Returns<T>(IEnumerable<T> values, string? etag = null)
        where T : IParsable => Answers(StubbedAnswer.Of(values).WithETag(etag));

    /// <summary>Answers 200 with bytes, such as a PDF's.</summary>
    /// <param name="content">The body.</param>
    /// <param name="mediaType">Its type, such as <c>application/pdf</c>; not empty.</param>
    /// <param name="etag">The ETag of the answer, byte for byte; null for none.</param>
    /// <exception cref="ArgumentException"><paramref name="mediaType"/> is null or empty.</exception>
    public StubbedOperation Returns(ReadOnlyMemory<byte> content, string mediaType, string? etag = null) =>
        Answers(StubbedAnswer.OfBytes(content, mediaType).WithETag(etag));

    /// <summary>Answers 204, without a body.</summary>
    /// <param name="etag">The ETag of the answer, byte for byte; null for none.</param>
    public StubbedOperation ReturnsNothing(string? etag = null) => Answers(StubbedAnswer.OfNothing().WithETag(etag));

    /// <summary>Answers with a status, for instance 412 for a version that is no longer current.</summary>
    /// <param name="status">The status.</param>
    /// <param name="body">The body, as JSON; none by default.</param>
    /// <param name="retryAfter">The time that a Retry-After header asks to wait, zero or more; null (the default) for no such header.</param>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retryAfter"/> is negative.</exception>
    public StubbedOperation Fails(HttpStatusCode status, string body = "", TimeSpan? retryAfter = null)
    {
        var answer = StubbedAnswer.OfStatus(status, body);
        return Answers(retryAfter is { } wait ? answer.WithRetryAfter(wait) : answer);
    }

    /// <summary>
    /// Breaks the connection after the request: of a write nobody knows then whether it was applied, and the client throws an
    /// <see cref="SieSmart.Runtime.OutcomeUnknownException"/>.
    /// </summary>
    public StubbedOperation LosesItsAnswer() => Answers(StubbedAnswer.Lost());

    /// <summary>Gives an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="answer"/> is null.</exception>
    public StubbedOperation Answers(StubbedAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Answers((_, _) => Task.FromResult(answer));
    }

    /// <summary>Gives an answer that depends on the request.</summary>
    /// <param name="answer">Makes the answer. Several requests may ask at once; what it throws, the caller of the client gets.</param>
    /// <exception cref="ArgumentNullException"><paramref name="answer"/> is null.</exception>
    public StubbedOperation Answers(Func<StubbedRequest, StubbedAnswer> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Answers((request, _) => Task.FromResult(answer(request)));
    }

    /// <summary>Gives an answer that depends on the request, and on what the test waits for.</summary>
    /// <param name="answer">Makes the answer. Several requests may ask at once; what it throws, the caller of the client gets.</param>
    /// <exception cref="ArgumentNullException"><paramref name="answer"/> is null.</exception>
    public StubbedOperation Answers(Func<StubbedRequest, CancellationToken, Task<StubbedAnswer>> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        lock (_gate)
        {
            _answers.Add(answer);
        }

        return this;
    }

    /// <summary>
    /// Lets a request that comes after the last answer fail with an <see cref="UnexpectedRequestException"/>, where the last answer would stay.
    /// </summary>
    public StubbedOperation AndNoMore()
    {
        lock (_gate)
        {
            _isLimited = true;
        }

        return this;
    }

    /// <summary>Method and path.</summary>
    public override string ToString() => $"{Method} {Pattern.Text}";

    /// <exception cref="UnexpectedRequestException">There is no answer for it.</exception>
    internal Func<StubbedRequest, CancellationToken, Task<StubbedAnswer>> Take(StubbedRequest request)
    {
        lock (_gate)
        {
            _requests.Add(request);
            if (_answers.Count == 0)
            {
                throw new UnexpectedRequestException(request, $"The stub has no answer for {request}: nothing follows On({this}). Tell it one, as by .Returns(…).");
            }

            return _requests.Count <= _answers.Count || !_isLimited
                ? _answers[Math.Min(_requests.Count, _answers.Count) - 1]
                : throw new UnexpectedRequestException(
                    request,
                    $"The stub has no answer left for {request}: {this} has had its {_answers.Count}, and AndNoMore() lets no other follow. Tell it another one, or look for who sends the request too often.");
        }
    }
}
