using System.Globalization;
using System.Net;
using SieSmart.Sandbox.Paths;

namespace SieSmart.Sandbox.Faults;

/// <summary>Something that goes wrong on purpose with a request. Immutable.</summary>
/// <remarks>A fault happens to requests of the API only, unless <see cref="On"/> names the token endpoint.</remarks>
public sealed record Fault
{
    private Fault(FaultKind kind) => Kind = kind;

    internal FaultKind Kind { get; }

    internal TimeSpan Delay { get; private init; }

    internal HttpStatusCode StatusCode { get; private init; }

    internal TimeSpan? RetryAfter { get; private init; }

    internal RetryAfterForm RetryAfterForm { get; private init; }

    internal string? ContentType { get; private init; }

    internal long Bytes { get; private init; }

    /// <summary>Whether the request is carried out, and only its answer goes wrong.</summary>
    internal bool IsAfterWrite { get; private init; }

    /// <summary>What goes wrong, in a few words.</summary>
    internal string Description => Kind switch
    {
        FaultKind.Latency => string.Create(CultureInfo.InvariantCulture, $"{Delay.TotalMilliseconds:0} ms late"),
        FaultKind.Status => string.Create(CultureInfo.InvariantCulture, $"{(int)StatusCode}"),
        FaultKind.TokenRevoked => "token revoked",
        FaultKind.Dropped => "connection dropped",
        FaultKind.Closed => "connection closed",
        FaultKind.HtmlPage => "HTML page",
        FaultKind.DroppedInBody => "connection dropped in the answer",
        FaultKind.TruncatedBody => "half an answer",
        FaultKind.WrongContentType => "wrong content type",
        FaultKind.LargeBody => "large answer",
        FaultKind.SlowBody => "slow answer",
        _ => Kind.ToString(),
    } + (IsAfterWrite ? ", after it was carried out" : string.Empty);

    internal string? Method { get; private init; }

    internal string? Path { get; private init; }

    internal int Period { get; private init; } = 1;

    internal double Probability { get; private init; } = 1;

    /// <summary>The request is carried out late: if its caller has gone by then, not at all.</summary>
    /// <param name="delay">How late; zero or more.</param>
    public static Fault Latency(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return new Fault(FaultKind.Latency) { Delay = delay };
    }

    /// <summary>Nothing is done, and the answer is 503.</summary>
    /// <param name="retryAfter">When to come back; null for no Retry-After header.</param>
    /// <param name="form">The form of the Retry-After header.</param>
    public static Fault ServiceUnavailable(TimeSpan? retryAfter = null, RetryAfterForm form = RetryAfterForm.Seconds)
        => Status(HttpStatusCode.ServiceUnavailable, retryAfter, form);

    /// <summary>Nothing is done, and the answer is 429, without the limit being reached.</summary>
    /// <param name="retryAfter">When to come back; null for no Retry-After header.</param>
    /// <param name="form">The form of the Retry-After header.</param>
    public static Fault TooManyRequests(TimeSpan? retryAfter = null, RetryAfterForm form = RetryAfterForm.Seconds)
        => Status(HttpStatusCode.TooManyRequests, retryAfter, form);

    /// <summary>Nothing is done, and the answer is an error.</summary>
    /// <param name="statusCode">400 to 599.</param>
    /// <param name="retryAfter">When to come back; null for no Retry-After header.</param>
    /// <param name="form">The form of the Retry-After header.</param>
    public static Fault Status(
        HttpStatusCode statusCode,
        TimeSpan? retryAfter = null,
        RetryAfterForm form = RetryAfterForm.Seconds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan((int)statusCode, 400, nameof(statusCode));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)statusCode, 599, nameof(statusCode));
        return new Fault(FaultKind.Status) { StatusCode = statusCode, RetryAfter = retryAfter, RetryAfterForm = form };
    }

    /// <summary>The token that comes with the request is revoked, so the answer is 401.</summary>
    public static Fault TokenRevoked() => new(FaultKind.TokenRevoked);

    /// <summary>The connection is reset before the body of the request is read, and nothing is done.</summary>
    public static Fault DroppedBeforeWrite() => new(FaultKind.Dropped);

    /// <summary>The request is carried out, but the connection is reset before its answer leaves.</summary>
    public static Fault DroppedAfterWrite() => DroppedBeforeWrite().AfterWrite();

    /// <summary>The connection is closed in order, as if it had been idle for too long, and nothing is done.</summary>
    /// <remarks>HTTP clients may take it for just that, and send the request again by themselves.</remarks>
    public static Fault ClosedBeforeWrite() => new(FaultKind.Closed);

    /// <summary>The request is carried out, but the connection is closed in order before its answer leaves.</summary>
    /// <inheritdoc cref="ClosedBeforeWrite" path="/remarks"/>
    public static Fault ClosedAfterWrite() => ClosedBeforeWrite().AfterWrite();

    /// <summary>The request is carried out, but the connection is reset when half of the answer's body has left.</summary>
    public static Fault DroppedInBody() => new(FaultKind.DroppedInBody) { IsAfterWrite = true };

    /// <summary>A proxy answers in the API's place: 200 with an HTML page and without a trace id. Nothing is done.</summary>
    public static Fault HtmlPage() => new(FaultKind.HtmlPage);

    /// <summary>The request is carried out, but half of the answer's body is missing, though its length is said to be just that.</summary>
    public static Fault TruncatedBody() => new(FaultKind.TruncatedBody) { IsAfterWrite = true };

    /// <summary>The request is carried out, but its answer says that it is of another type.</summary>
    /// <param name="contentType">The type that it says.</param>
    public static Fault WrongContentType(string contentType = "text/plain")
    {
        ArgumentException.ThrowIfNullOrEmpty(contentType);
        return new Fault(FaultKind.WrongContentType) { ContentType = contentType, IsAfterWrite = true };
    }

    /// <summary>
    /// The request is carried out, and spaces follow the answer's body, which stays valid JSON. The length is not announced.
    /// </summary>
    /// <param name="bytes">How long the body gets, in bytes; one that is longer already stays as it is.</param>
    public static Fault LargeBody(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytes);
        return new Fault(FaultKind.LargeBody) { Bytes = bytes, IsAfterWrite = true };
    }

    /// <summary>The request is carried out, and the answer's body leaves byte by byte.</summary>
    /// <param name="duration">How long that takes; zero or more.</param>
    public static Fault SlowBody(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        return new Fault(FaultKind.SlowBody) { Delay = duration, IsAfterWrite = true };
    }

    /// <summary>
    /// The same fault, but the request is carried out before it happens: the answer is late, or a gateway answers with an
    /// error, or with a page of its own, in the place of the API. Faults of the answer's body are so anyway.
    /// </summary>
    /// <exception cref="InvalidOperationException">The fault is <see cref="TokenRevoked"/>, after which nothing is carried out.</exception>
    public Fault AfterWrite() => Kind == FaultKind.TokenRevoked
        ? throw new InvalidOperationException("A revoked token keeps its request from being carried out: use Fault.Status(HttpStatusCode.Unauthorized).AfterWrite() for a 401 after it.")
        : this with { IsAfterWrite = true };

    /// <summary>The same fault, for one operation only.</summary>
    /// <param name="method">The verb, such as <c>PUT</c>.</param>
    /// <param name="path">
    /// The path as in the API description, such as <c>/proposals/{proposal-id}/customer</c>, where a part in braces
    /// stands for any value; or <c>/oauth/token</c>.
    /// </param>
    public Fault On(string method, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        ArgumentException.ThrowIfNullOrEmpty(path);
        return this with { Method = method, Path = path };
    }

    /// <summary>The same fault, for each n-th of the requests that it matches; for <see cref="SandboxOptions.Faults"/>.</summary>
    /// <param name="period">1 for each request, 10 for the 10th, the 20th, and so on.</param>
    public Fault Every(int period)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(period);
        return this with { Period = period };
    }

    /// <summary>The same fault, for a random part of the requests that it matches; for <see cref="SandboxOptions.Faults"/>.</summary>
    /// <param name="probability">0 for none of them, to 1 for all.</param>
    public Fault Sometimes(double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
        return this with { Probability = probability };
    }

    internal bool Matches(string method, string path)
        => Path is null
            ? path != ApiPath.Token
            : string.Equals(method, Method, StringComparison.OrdinalIgnoreCase) && MatchesTemplate(Path, path);

    private static bool MatchesTemplate(string template, string path)
    {
        var expected = template.Split('/');
        var actual = path.Split('/');
        return expected.Length == actual.Length
            && expected.Zip(actual).All(pair => pair.First is ['{', .., '}'] || pair.First == pair.Second);
    }
}
