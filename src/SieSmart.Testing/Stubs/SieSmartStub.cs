using SieSmart.Client;
using SieSmart.Client.Throttling;

namespace SieSmart.Testing;

/// <summary>
/// A SieSmart that answers in memory what a test tells it to. The client is the real one with the real pipeline, so guards and
/// exceptions are those of production; nothing leaves the process. Thread-safe.
/// </summary>
/// <remarks>
/// For behaviour over several calls, such as ETags that change with each write, the sandbox is the better double. Retries are
/// off unless <see cref="CreateClient"/> is told otherwise, and there is always a permit.
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
    private static readonly Uri BaseAddress = new("https://stub.invalid/siesmart/b2b/v1");
    private static readonly Uri TokenEndpoint = new("https://stub.invalid/oauth/token");

    private readonly Lock _gate = new();
    private readonly Dictionary<(HttpMethod Method, string Path), StubbedOperation> _operations = [];
    private readonly List<StubbedRequest> _requests = [];

    /// <summary>The requests to the API so far, in the order of their arrival: a snapshot.</summary>
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

    /// <summary>What is answered to a method and a path. Asked again for the same ones, it goes on with the answers it has.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below the API's base address with its values, such as <c>/proposals/42</c>; queries don't matter.</param>
    /// <exception cref="ArgumentNullException"><paramref name="method"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> does not begin with a slash.</exception>
    public StubbedOperation On(HttpMethod method, string path)
    {
        ArgumentNullException.ThrowIfNull(method);
        if (path is not ['/', ..])
        {
            throw new ArgumentException($"The path '{path}' does not begin with a slash. Name it as it follows the base address, such as /proposals/42.", nameof(path));
        }

        lock (_gate)
        {
            if (!_operations.TryGetValue((method, path), out var operation))
            {
                operation = new StubbedOperation();
                _operations.Add((method, path), operation);
            }

            return operation;
        }
    }

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
        return new SieSmartClient(options, new StubTransport(this, options.BaseAddress ?? BaseAddress));
    }

    internal StubbedAnswer Answer(StubbedRequest request)
    {
        lock (_gate)
        {
            _requests.Add(request);
            return _operations.TryGetValue((request.Method, request.Path), out var operation) && operation.Next() is { } answer
                ? answer
                : throw new UnexpectedRequestException(request, [.. _operations.Keys.Select(key => $"{key.Method} {key.Path}")]);
        }
    }
}
