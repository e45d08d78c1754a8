using Microsoft.Extensions.Options;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Orders;
using Orders.Models;
using SieSmart.Pipeline.Tests.Support;

namespace SieSmart.Pipeline.Tests;

public sealed class OpenApiClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Makes_a_client_that_reads_and_writes_a_version()
    {
        await using var api = await OrdersApi.StartAsync();
        var client = OpenApiClient.Create<OrdersClient>(api.Options());

        var (order, etag) = await client.Orders[42].GetAsync(cancellationToken: Token);
        var written = await client.Orders[42].PutAsync(order, etag, cancellationToken: Token);

        Assert.Equal("Paper", order.Label);
        Assert.Equal("trace-1", written.TraceId);
        Assert.Equal(["\"v1\""], api.Requests[1].Headers["If-Match"]);
        Assert.All(api.Requests, request => Assert.Equal(["Bearer token-1"], request.Headers["Authorization"]));
    }

    [Fact]
    public async Task Refuses_wrong_options_by_the_name_of_the_client()
    {
        await using var api = await OrdersApi.StartAsync();

        var exception = Assert.Throws<OptionsValidationException>(() => OpenApiClient.Create<OrdersClient>(api.Options(options => options.BaseAddress = null)));

        Assert.StartsWith("Orders:BaseAddress is missing.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_by_the_transport_that_it_is_given()
    {
        await using var api = await OrdersApi.StartAsync();
        using var transport = new CountingTransport();
        var client = OpenApiClient.Create<OrdersClient>(api.Options(), transport);

        await client.Orders.PostAsync(new Order { Label = "Paper" }, cancellationToken: Token);

        // The order, and the token that it needs.
        Assert.Equal(2, transport.Count);
    }

    [Fact]
    public async Task Refuses_a_transport_that_follows_redirects()
    {
        await using var api = await OrdersApi.StartAsync();
        using var transport = new HttpClientHandler { AllowAutoRedirect = true };

        var exception = Assert.Throws<ArgumentException>(() => OpenApiClient.Create<OrdersClient>(api.Options(), transport));

        Assert.Contains("AllowAutoRedirect", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_Kiotas_own_adapter_before_anything_is_sent()
    {
        using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider());

        var exception = Assert.Throws<ArgumentException>(() => new OrdersClient(adapter));

        Assert.Contains("no ETag would be read", exception.Message, StringComparison.Ordinal);
        Assert.Contains("OpenApiClient.Create<…>(…)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_is_wrong_with_a_class_that_is_no_client()
    {
        await using var api = await OrdersApi.StartAsync();

        var exception = Assert.Throws<InvalidOperationException>(() => OpenApiClient.Create<Order>(api.Options()));

        Assert.Contains("Orders.Models.Order is no generated client", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Makes_a_vendors_client_whose_constructor_takes_more_than_anybody_has_to_give()
    {
        await using var api = await OrdersApi.StartAsync();

        var client = OpenApiClient.Create<ClientOfVendor>(api.Options());

        Assert.Equal((api.Options().BaseAddress!.AbsoluteUri, null, 3), (client.Adapter.BaseUrl, client.BaseUrl, client.Count));
    }

    [Fact]
    public async Task Sends_no_more_than_the_rate_limit_allows()
    {
        await using var api = await OrdersApi.StartAsync();
        var client = OpenApiClient.Create<OrdersClient>(api.Options(options =>
        {
            options.RateLimit = new RateLimitOptions { Permits = 2, QueueLimit = 0 };
        }));

        await client.Orders[1].GetAsync(cancellationToken: Token);
        await client.Orders[1].GetAsync(cancellationToken: Token);
        var exception = await Assert.ThrowsAsync<Runtime.RateLimitExceededException>(() => client.Orders[1].GetAsync(cancellationToken: Token));

        Assert.Contains("for the 2 that may be sent in 60 s", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, api.Requests.Count);
    }

    [Fact]
    public async Task Sends_at_will_where_no_limit_is_set()
    {
        await using var api = await OrdersApi.StartAsync();
        var client = OpenApiClient.Create<OrdersClient>(api.Options());

        await Task.WhenAll(Enumerable.Range(0, 150).Select(id => client.Orders[id].GetAsync(cancellationToken: Token)));

        Assert.Equal(150, api.Requests.Count);
    }

    private sealed class CountingTransport : DelegatingHandler
    {
        public CountingTransport()
            : base(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
        }

        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
