using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Kiota.Abstractions;
using SieSmart.Client.Tests.Support;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Preconditions;

public sealed class IfMatchHandlerTests
{
    private const string GuardedPath = "/proposals/42/decision";

    public static TheoryData<string[], string> BadForms => new()
    {
        { [], "no If-Match header" },
        { ["v1", "v2"], "2 If-Match headers" },
        { ["\"v1\", \"v2\""], "is no ETag" },
        { [""], "is no ETag" },
        { [" "], "is no ETag" },
        { ["v\t1"], "is no ETag" },
        { ["v1\r\nX-Injected: yes"], "is no ETag" },
        { ["v\u007f1"], "is no ETag" },
        { ["v\u00e91"], "is no ETag" },
    };

    [Theory]
    [MemberData(nameof(BadForms), DisableDiscoveryEnumeration = true)]
    public async Task Refuses_a_request_over_the_clients_own_http_client_before_it_costs_anything(string[] ifMatch, string why)
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, new FakeTimeProvider(), options => options.RequestsPerMinute = 1);
        using var request = Request(api, HttpMethod.Post, GuardedPath, ifMatch);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(services, request));

        Assert.Contains(why, exception.Message, StringComparison.Ordinal);
        Assert.Contains("POST /proposals/{proposal-id}/decision was not sent", exception.Message, StringComparison.Ordinal);
        Assert.Contains("GET /proposals/{proposal-id}", exception.Message, StringComparison.Ordinal);
        await AssertCostNothingAsync(api, services);
    }

    [Theory]
    [MemberData(nameof(BadForms), DisableDiscoveryEnumeration = true)]
    public async Task Refuses_a_request_built_by_hand_for_the_clients_adapter_before_it_costs_anything(string[] ifMatch, string why)
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, new FakeTimeProvider(), options => options.RequestsPerMinute = 1);
        var request = RequestInformation(ifMatch);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            AdapterOf(services.Client()).SendNoContentAsync(request, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains(why, exception.Message, StringComparison.Ordinal);
        await AssertCostNothingAsync(api, services);
    }

    /// <summary>Kiota keeps a value once, an HttpClient sends it as often as it was added.</summary>
    [Fact]
    public async Task Refuses_the_same_etag_twice()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, new FakeTimeProvider(), options => options.RequestsPerMinute = 1);
        using var request = Request(api, HttpMethod.Post, GuardedPath, "v1", "v1");

        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(services, request));

        await AssertCostNothingAsync(api, services);
    }

    [Fact]
    public async Task Refuses_it_without_a_container_too()
    {
        await using var api = await StubApi.StartAsync();
        using var client = new SieSmartClient(api.Options());

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            AdapterOf(client).SendNoContentAsync(RequestInformation([]), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Empty(api.TokenRequests);
        Assert.Empty(api.Requests);
    }

    /// <summary>A request that says which operation it is, though its address is none that the client knows.</summary>
    [Fact]
    public async Task Believes_a_request_that_says_it_is_a_guarded_operation()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, new FakeTimeProvider(), options => options.RequestsPerMinute = 1);
        var request = new RequestInformation(Method.POST, "{+baseurl}/elsewhere", new Dictionary<string, object>(StringComparer.Ordinal));
        OperationContext.Attach(request, new OperationDescription("move", "POST", "/elsewhere", isGuarded: true));

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            AdapterOf(services.Client()).SendNoContentAsync(request, cancellationToken: TestContext.Current.CancellationToken));

        await AssertCostNothingAsync(api, services);
    }

    [Theory]
    [InlineData("\"v1\"")]
    [InlineData("W/\"v1\"")]
    [InlineData("2026-01-02T03:04:05.678Z")]
    [InlineData("Fri, 02 Jan 2026 03:04:05 GMT")]
    [InlineData("*")]
    public async Task Lets_one_etag_pass_as_it_is(string ifMatch)
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, new FakeTimeProvider());
        using var request = Request(api, HttpMethod.Post, GuardedPath, ifMatch);

        using var response = await SendAsync(services, request);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal([ifMatch], Assert.Single(api.Requests).Headers["If-Match"]);
    }

    [Theory]
    [InlineData("POST", "/proposals/proposal")]
    [InlineData("GET", "/proposals/42")]
    [InlineData("POST", "/something/new")]
    public async Task Asks_no_etag_of_what_is_not_guarded(string method, string path)
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, new FakeTimeProvider());
        using var request = Request(api, new HttpMethod(method), path);

        using var response = await SendAsync(services, request);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    /// <summary>The budget holds one permit, and the clock stands still: had the request taken it, the read would wait.</summary>
    private static async Task AssertCostNothingAsync(StubApi api, IServiceProvider services)
    {
        Assert.Empty(api.TokenRequests);
        Assert.Empty(api.Requests);
        await services.Client().ReadAsync();
    }

    private static async Task<HttpResponseMessage> SendAsync(IServiceProvider services, HttpRequestMessage request)
    {
        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient("SieSmart");
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static HttpRequestMessage Request(StubApi api, HttpMethod method, string path, params string[] ifMatch)
    {
        var request = new HttpRequestMessage(method, new Uri(api.Address, "/b2b/v1" + path));
        foreach (var value in ifMatch)
        {
            Assert.True(request.Headers.TryAddWithoutValidation("If-Match", value));
        }

        return request;
    }

    private static RequestInformation RequestInformation(string[] ifMatch)
    {
        var request = new RequestInformation(Method.POST, "{+baseurl}" + GuardedPath, new Dictionary<string, object>(StringComparer.Ordinal));
        foreach (var value in ifMatch)
        {
            request.Headers.Add("If-Match", value);
        }

        return request;
    }

    /// <summary>Request builders are given it by their base class, which keeps it from everybody else.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_RequestAdapter")]
    private static extern IRequestAdapter AdapterOf(BaseRequestBuilder builder);
}
