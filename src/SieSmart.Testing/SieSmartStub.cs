using Microsoft.Kiota.Abstractions;
using SieSmart.Client;
using SieSmart.Pipeline.Throttling;

namespace SieSmart.Testing;

/// <summary>
/// A SieSmart that answers in memory what a test tells it to. The client is the real one with the real pipeline, so guards and
/// exceptions are those of production; nothing leaves the process. Thread-safe.
/// </summary>
/// <remarks>
/// For behaviour over several calls, such as ETags that change with each write, the sandbox is the better double. Retries are
/// off unless <see cref="CreateClient"/> is told otherwise, and there is always a permit. <see cref="StubTransport"/> is the same for any
/// other generated client.
/// </remarks>
/// <example>
/// <code>
/// var siesmart = new SieSmartStub();
/// siesmart.On(HttpMethod.Get, "/proposals/42").Returns(new Proposal { Label = "Desktops" }, etag: "v1");
/// using var client = siesmart.CreateClient();
/// </code>
/// </example>
public sealed class SieSmartStub
{
    private const string TraceIdHeader = "X-B2B-TRACE-ID";

    private static readonly Uri BaseAddress = new("https://stub.invalid/siesmart/b2b/v1");
    private static readonly Uri TokenEndpoint = new("https://stub.invalid/oauth/token");

    private readonly StubTable _table = new();
    private readonly TimeProvider _timeProvider;

    /// <summary>Makes a stub that has no answers yet.</summary>
    /// <param name="timeProvider">The clock by which delays pass; the system's by default.</param>
    public SieSmartStub(TimeProvider? timeProvider = null) => _timeProvider = timeProvider ?? TimeProvider.System;

    /// <summary>The requests to the API so far, in the order of their arrival: a snapshot.</summary>
    public IReadOnlyList<StubbedRequest> Requests => _table.Requests;

    /// <summary>What is answered to a method and a path. Asked again for the same ones, it goes on with the answers it has.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">
    /// The path below the API's base address without a query: that of one resource, such as <c>/proposals/42</c>, or of all, such as
    /// <c>/proposals/{id}</c>. Where both are stubbed, the first answers for its resource.
    /// </param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is no such path, or is stubbed with other names for its parameters.</exception>
    public StubbedOperation On(HttpMethod method, string path) => _table.On(method, path);

    /// <summary>What is answered to a request as a client makes it, for the values in its path alone.</summary>
    /// <param name="request">The request, such as <c>client.Proposals[42].ToGetRequestInformation()</c>; headers and body don't matter.</param>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="request"/> has a query.</exception>
    public StubbedOperation On(RequestInformation request) => _table.On(request);

    /// <summary>Makes a client that the stub answers. It may be disposed of or left to the garbage collector.</summary>
    /// <param name="configure">Changes the options before the client is made; null leaves them as they are.</param>
    public SieSmartClient CreateClient(Action<SieSmartClientOptions>? configure = null)
    {
        var options = new SieSmartClientOptions
        {
            BaseAddress = BaseAddress,
            TokenEndpoint = TokenEndpoint,
            ClientId = "stub",
            ClientSecret = "stub",
            MaxRetries = 0,
            Budget = new RequestBudget(int.MaxValue / 2, TimeSpan.FromTicks(1), queueLimit: 0),
        };
        configure?.Invoke(options);
        return new SieSmartClient(options, new StubTransport(_table, options.BaseAddress ?? BaseAddress, TraceIdHeader, _timeProvider));
    }
}
