using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Runtime.Tests;

public sealed class UnobservedClientTests
{
    [Fact]
    public void Refuses_an_HttpClient_that_nobody_configured()
    {
        using var httpClient = new HttpClient();

        Assert.Contains("has no OperationContextHandler", RefusalOf(httpClient), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_Kiotas_own_HttpClient_and_says_what_to_use()
    {
        using var httpClient = KiotaClientFactory.Create();

        Assert.Contains("OpenApiClient.Create<…>(…)", RefusalOf(httpClient), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_chain_of_other_handlers()
    {
        using var httpClient = new HttpClient(new BoundedAttemptHandler(TimeSpan.FromSeconds(1), 1024) { InnerHandler = new SocketsHttpHandler() });

        Assert.Contains("has no OperationContextHandler", RefusalOf(httpClient), StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_a_chain_with_the_handler_wherever_it_is()
    {
        using var httpClient = new HttpClient(new BoundedAttemptHandler(TimeSpan.FromSeconds(1), 1024)
        {
            InnerHandler = new OperationContextHandler("X-Trace-Id") { InnerHandler = new HttpClientHandler() },
        });

        OperationRequestAdapter.ThrowIfUnobserved(Adapter(httpClient));
    }

    [Fact]
    public void Takes_what_it_cannot_look_into()
    {
        using var transport = new OpaqueTransport(new SocketsHttpHandler());
        using var httpClient = new HttpClient(transport);

        _ = new OperationRequestAdapter(Adapter(httpClient));
    }

    private static string RefusalOf(HttpClient httpClient) =>
        Assert.Throws<ArgumentException>(() => new OperationRequestAdapter(Adapter(httpClient))).Message;

    private static HttpClientRequestAdapter Adapter(HttpClient httpClient) =>
        new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: httpClient);
}
