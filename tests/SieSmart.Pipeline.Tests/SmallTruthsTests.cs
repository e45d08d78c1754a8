using Orders;
using SieSmart.Pipeline.Tests.Support;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Pipeline.Tests;

public sealed class SmallTruthsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sends_no_request_whose_Host_is_another()
    {
        await using var api = await OrdersApi.StartAsync();
        var client = OpenApiClient.Create<OrdersClient>(api.Options());

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            client.Orders[42].GetAsync(request => request.Headers.Add("Host", "elsewhere.example.com"), Token));

        Assert.Contains("its header Host is set", exception.Message, StringComparison.Ordinal);
        Assert.Empty(api.Requests);
        Assert.Empty(api.TokenRequests);
    }

    [Fact]
    public async Task Keeps_the_token_out_of_what_it_quotes_of_a_proxys_page()
    {
        await using var api = await OrdersApi.StartAsync();
        api.Answer = http => StubServer.AnswerAsync(http, 502, $"<p>Authorization: {http.Request.Headers.Authorization}</p>", "text/html");
        var client = OpenApiClient.Create<OrdersClient>(api.Options(options => options.MaxRetries = 0));

        var exception = await Assert.ThrowsAsync<ServiceUnavailableException>(() => client.Orders[42].GetAsync(cancellationToken: Token));

        Assert.Equal("<p>Authorization: Bearer ***</p>", exception.ResponseExcerpt);
    }

    [Fact]
    public async Task Takes_a_Retry_After_beyond_all_numbers_for_the_longest_that_there_is()
    {
        await using var api = await OrdersApi.StartAsync();
        api.Answer = http => StubServer.AnswerAsync(http, 503, headers: ("Retry-After", "99999999999"));
        var client = OpenApiClient.Create<OrdersClient>(api.Options());

        var exception = await Assert.ThrowsAsync<ServiceUnavailableException>(() => client.Orders[42].GetAsync(cancellationToken: Token));

        Assert.Equal(TimeSpan.FromSeconds(int.MaxValue), exception.RetryAfter);
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task Says_which_application_calls_by_which_library_and_runtime()
    {
        await using var api = await OrdersApi.StartAsync();
        var client = OpenApiClient.Create<OrdersClient>(api.Options(options => options.ApplicationId = "Warehouse"));

        await client.Orders[42].GetAsync(cancellationToken: Token);

        Assert.StartsWith("Warehouse SieSmart.Pipeline/", string.Join(' ', Assert.Single(api.Requests).Headers["User-Agent"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost.example.com/v2")]
    [InlineData("http://orders.example.com/v2")]
    public async Task Sends_secrets_in_clear_to_this_machine_alone(string address)
    {
        await using var api = await OrdersApi.StartAsync();

        var exception = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(
            () => OpenApiClient.Create<OrdersClient>(api.Options(options => options.BaseAddress = new Uri(address))));

        Assert.Contains("over http, secrets and tokens would be sent in clear", exception.Message, StringComparison.Ordinal);
    }
}
