namespace SieSmart.Testing;

/// <summary>The program under test sent a request that its stub has no answer for.</summary>
public sealed class UnexpectedRequestException : InvalidOperationException
{
    internal UnexpectedRequestException(StubbedRequest request, string message)
        : base(message) =>
        Request = request;

    /// <summary>The request.</summary>
    public StubbedRequest Request { get; }
}
