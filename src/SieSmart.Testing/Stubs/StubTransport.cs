using System.Globalization;
using Microsoft.Kiota.Abstractions;
using SieSmart.Pipeline;
using SieSmart.Runtime;

namespace SieSmart.Testing;

/// <summary>
/// The API of any generated client, as a test tells it to be: a transport under the real client with the real pipeline, so that
/// guards and exceptions are those of production, and nothing leaves the process. Thread-safe.
/// </summary>
/// <remarks>
/// <para>Any number of clients may have it as their transport, from <see cref="OpenApiClient.Create"/> or from a container. Being disposed of
/// along with one of them changes nothing.</para>
/// <para>A request for an access token (OAuth's client credentials) is answered unless it is stubbed, and isn't among the <see cref="Requests"/>.</para>
/// </remarks>
/// <example>
/// <code>
/// using var api = new StubTransport();
/// api.On(HttpMethod.Get, "/orders/{id}").Returns(new Order { Label = "Paper" }, etag: "\"v1\"");
/// var client = api.CreateClient&lt;OrdersClient&gt;();
/// </code>
/// </example>
public sealed class StubTransport : HttpMessageHandler
{
    private const string DefaultTraceIdHeader = "X-Trace-Id";

    private readonly StubTable _table;
    private readonly TimeProvider _timeProvider;
    private readonly string _traceIdHeader;
    private int _answers;

    /// <summary>Makes a stub that has no answers yet.</summary>
    /// <param name="baseAddress">The absolute base address of the clients that it answers; <c>https://stub.invalid/</c> by default.</param>
    /// <param name="timeProvider">The clock by which delays pass; the system's by default.</param>
    /// <exception cref="ArgumentException"><paramref name="baseAddress"/> is not absolute.</exception>
    public StubTransport(Uri? baseAddress = null, TimeProvider? timeProvider = null)
        : this(new StubTable(), baseAddress ?? new Uri("https://stub.invalid/"), DefaultTraceIdHeader, timeProvider ?? TimeProvider.System)
    {
    }

    internal StubTransport(StubTable table, Uri baseAddress, string traceIdHeader, TimeProvider timeProvider)
    {
        BaseAddress = baseAddress.IsAbsoluteUri
            ? baseAddress
            : throw new ArgumentException($"The base address '{baseAddress}' is not absolute. Give the client's, such as https://api.example.com/v2.", nameof(baseAddress));
        _table = table;
        _traceIdHeader = traceIdHeader;
        _timeProvider = timeProvider;
    }

    /// <summary>The base address of the clients that it answers, which paths follow.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The requests to the API so far, in the order of their arrival: a snapshot.</summary>
    public IReadOnlyList<StubbedRequest> Requests => _table.Requests;

    /// <summary>What is answered to a method and a path. Asked again for the same ones, it goes on with the answers it has.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">
    /// The path below the base address without a query: that of one resource, such as <c>/orders/42</c>, or of all, such as
    /// <c>/orders/{id}</c>. Where both are stubbed, the first answers for its resource.
    /// </param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is no such path, or is stubbed with other names for its parameters.</exception>
    public StubbedOperation On(HttpMethod method, string path) => _table.On(method, path);

    /// <summary>What is answered to an operation of the document, whatever the values in its path.</summary>
    /// <param name="operation">The operation, as the generated class <c>…Operations</c> lists it, or its request builder has it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> is null.</exception>
    /// <exception cref="ArgumentException">Its path is stubbed with other names for its parameters.</exception>
    public StubbedOperation On(OperationDescription operation) => _table.On(operation);

    /// <summary>What is answered to a request as a client makes it, for the values in its path alone.</summary>
    /// <param name="request">The request, such as <c>client.Orders[42].ToGetRequestInformation()</c>; headers and body don't matter.</param>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="request"/> has a query.</exception>
    public StubbedOperation On(RequestInformation request) => _table.On(request);

    /// <summary>Makes a client that the stub answers.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="configure">Changes the options, which are those of <see cref="Configure"/>, before the client is made; null leaves them as they are.</param>
    public TClient CreateClient<TClient>(Action<OpenApiClientOptions>? configure = null)
        where TClient : class
    {
        var options = new OpenApiClientOptions();
        Configure(options);
        configure?.Invoke(options);
        return OpenApiClient.Create<TClient>(options, this);
    }

    /// <summary>
    /// Points options to the stub: its base address, no credentials, and no retries, so that a test sees its first answer. For an
    /// application under test:
    /// <code>
    /// services.Configure&lt;OpenApiClientOptions&gt;("Orders", api.Configure);
    /// services.AddHttpClient("Orders").ConfigurePrimaryHttpMessageHandler(() =&gt; api);
    /// </code>
    /// </summary>
    /// <param name="options">The options to change.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public void Configure(OpenApiClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.BaseAddress = BaseAddress;
        options.Authentication = new AuthenticationOptions { AllowAnonymous = true };
        options.MaxRetries = 0;
    }

    /// <inheritdoc/>
    /// <exception cref="UnexpectedRequestException">The stub has no answer for the request.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var path = StubTable.PathBelow(BaseAddress, request.RequestUri!);
        var found = path is null ? null : _table.Find(request.Method, path);
        var arrived = await ArrivedRequest.ReadAsync(request, path, found?.PathValues, cancellationToken).ConfigureAwait(false);
        if (found is null && TokenEndpoint.IsAsked(arrived))
        {
            return TokenEndpoint.Token.ToResponse(request);
        }

        _table.Record(arrived);
        if (path is null)
        {
            throw new UnexpectedRequestException(
                arrived,
                $"The stub answers for {BaseAddress} alone, and the request went elsewhere: {request.Method} {request.RequestUri!.GetLeftPart(UriPartial.Path)}. Make the stub with the client's base address, or point the client to the stub by its Configure(options).");
        }

        var make = (found?.Operation ?? throw _table.Unexpected(arrived, path)).Take(arrived);
        var answer = await make(arrived, cancellationToken).ConfigureAwait(false);
        await WaitAsync(answer.Delay, cancellationToken).ConfigureAwait(false);
        var response = answer.ToResponse(request);
        if (!response.Headers.Contains(_traceIdHeader))
        {
            response.Headers.TryAddWithoutValidation(_traceIdHeader, $"stub-{Interlocked.Increment(ref _answers).ToString(CultureInfo.InvariantCulture)}");
        }

        return response;
    }

    private Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        if (delay == TimeSpan.Zero)
        {
            return Task.CompletedTask;
        }

#if NET8_0_OR_GREATER
        return Task.Delay(delay, _timeProvider, cancellationToken);
#else
        return _timeProvider.Delay(delay, cancellationToken);
#endif
    }
}
