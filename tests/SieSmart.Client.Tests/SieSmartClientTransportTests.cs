using SieSmart.Client.Tests.Support;

namespace SieSmart.Client.Tests;

/// <summary>A client that sends by a transport of its maker's.</summary>
public sealed class SieSmartClientTransportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<HttpMessageHandler> Followers => new TheoryData<HttpMessageHandler>
    {
        new HttpClientHandler(),
        new SocketsHttpHandler(),
        new PassingHandler { InnerHandler = new PassingHandler { InnerHandler = new SocketsHttpHandler() } },
    };

    [Fact]
    public async Task Sends_calls_and_token_requests_alike()
    {
        await using var api = await StubApi.StartAsync();
        var transport = new PassingHandler { InnerHandler = NewTransport() };
        using var client = new SieSmartClient(api.Options(), transport);

        await client.Common.Offices.GetAsync(cancellationToken: Cancellation);

        Assert.Equal([StubApi.TokenPath, "/b2b/v1/common/offices"], transport.Paths);
    }

    [Fact]
    public async Task Has_a_token_of_its_own()
    {
        await using var api = await StubApi.StartAsync();
        using var usual = new SieSmartClient(api.Options());
        using var special = new SieSmartClient(api.Options(), NewTransport());

        await usual.Common.Offices.GetAsync(cancellationToken: Cancellation);
        await special.Common.Offices.GetAsync(cancellationToken: Cancellation);

        Assert.Equal(2, api.TokenRequests.Count);
    }

    [Theory]
    [MemberData(nameof(Followers), DisableDiscoveryEnumeration = true)]
    public void Refuses_one_that_follows_redirects(HttpMessageHandler transport)
    {
        var options = new SieSmartClientOptions { ClientId = "broker", ClientSecret = "secret" };

        var refusal = Assert.Throws<ArgumentException>(() => new SieSmartClient(options, transport));

        Assert.Contains("Set its AllowAutoRedirect to false", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_disposed_of_along_with_the_client()
    {
        var transport = new PassingHandler();
        var client = new SieSmartClient(new SieSmartClientOptions { ClientId = "broker", ClientSecret = "secret" }, transport);

        Assert.False(transport.IsDisposed);
        client.Dispose();
        Assert.True(transport.IsDisposed);
    }

    private static SocketsHttpHandler NewTransport() => new() { AllowAutoRedirect = false };

    private sealed class PassingHandler : DelegatingHandler
    {
        private readonly List<string> _paths = [];

        public IReadOnlyList<string> Paths => _paths;

        public bool IsDisposed { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _paths.Add(request.RequestUri!.AbsolutePath);
            return base.SendAsync(request, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
