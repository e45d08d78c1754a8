namespace SieSmart.Testing;

/// <summary>The program under test sent a request that its <see cref="SieSmartStub"/> has no answer for.</summary>
public sealed class UnexpectedRequestException : InvalidOperationException
{
    internal UnexpectedRequestException(StubbedRequest request, IReadOnlyCollection<string> known)
        : base(Word(request, known)) =>
        Request = request;

    /// <summary>The request.</summary>
    public StubbedRequest Request { get; }

    private static string Word(StubbedRequest request, IReadOnlyCollection<string> known) =>
        $"The stub has no answer for {request.Method} {request.Path}. Tell it one with On(HttpMethod.{Name(request.Method)}, \"{request.Path}\").Returns(…). "
        + (known.Count == 0 ? "It has none yet." : $"It has some for {string.Join(", ", known)}.");

    private static string Name(HttpMethod method) => $"{method.Method[..1]}{method.Method[1..].ToLowerInvariant()}";
}
