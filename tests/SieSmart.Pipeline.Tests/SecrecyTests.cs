using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Orders;
using SieSmart.Pipeline.Tests.Support;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Pipeline.Tests;

/// <summary>What servers repeat of a request's secrets gets no further, and nothing prints what it was given.</summary>
public sealed class SecrecyTests
{
    private const string Key = "k3y/of+the=shop&1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1_500, 1)]
    [InlineData(1_500, 3)]
    [InlineData(3_000, 1)]
    public async Task Keeps_a_token_of_any_length_out_of_what_it_quotes_of_a_page(int length, int times)
    {
        await using var api = await OrdersApi.StartAsync();
        var token = new string('s', length);
        api.Token = http => StubServer.AnswerAsync(http, 200, $$"""{"access_token":"{{token}}","expires_in":3000}""");
        api.Answer = http => StubServer.AnswerAsync(http, 502, string.Join("; ", Enumerable.Repeat(token, times)) + " end", "text/html");
        var client = OpenApiClient.Create<OrdersClient>(api.Options(options => options.MaxRetries = 0));

        var exception = await Assert.ThrowsAsync<ServiceUnavailableException>(() => client.Orders[42].GetAsync(cancellationToken: Token));

        Assert.Equal(string.Join("; ", Enumerable.Repeat("***", times)) + " end", exception.ResponseExcerpt);
    }

    [Fact]
    public async Task Keeps_the_token_out_of_what_it_quotes_of_the_APIs_own_error()
    {
        await using var api = await OrdersApi.StartAsync();
        api.Answer = http => StubServer.AnswerAsync(http, 404, $$"""{"message":"{{http.Request.Headers.Authorization}} may not"}""");
        var client = OpenApiClient.Create<OrdersClient>(api.Options());

        var exception = await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.Orders[42].GetAsync(cancellationToken: Token));

        Assert.Contains("The API says: \"Bearer *** may not\"", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("token-1", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ApiKeyPlace.Header)]
    [InlineData(ApiKeyPlace.Query)]
    public async Task Keeps_a_key_out_of_errors_and_pages_however_they_write_it(ApiKeyPlace place)
    {
        await using var api = await OrdersApi.StartAsync();
        string[] forms = [Key, Uri.EscapeDataString(Key), JsonEncodedText.Encode(Key).ToString(), Key.Replace("/", "\\/", StringComparison.Ordinal), HtmlEncoder.Default.Encode(Key)];
        var client = OpenApiClient.Create<OrdersClient>(api.Options(options =>
        {
            options.MaxRetries = 0;
            options.Authentication.ClientCredentials = null;
            options.Authentication.ApiKeys.Add(new ApiKeyOptions { Name = "X-Key", Place = place, Value = Key });
        }));

        api.Answer = http => StubServer.AnswerAsync(http, 404, $$"""{"message":"{{string.Join(' ', forms.Skip(2).Take(2))}}"}""");
        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.Orders[42].GetAsync(cancellationToken: Token));
        api.Answer = http => StubServer.AnswerAsync(http, 502, string.Join(' ', forms), "text/html");
        var page = await Assert.ThrowsAsync<ServiceUnavailableException>(() => client.Orders[42].GetAsync(cancellationToken: Token));

        Assert.EndsWith("""The API says: "*** ***".""", error.Message, StringComparison.Ordinal);
        Assert.Equal("*** *** *** *** ***", page.ResponseExcerpt);
    }

    [Fact]
    public async Task Keeps_the_token_out_of_what_it_quotes_of_a_page_that_was_no_failure()
    {
        await using var api = await OrdersApi.StartAsync();
        api.Answer = http => StubServer.AnswerAsync(http, 200, $"<p>{http.Request.Headers.Authorization}</p>", "text/html");
        var client = OpenApiClient.Create<OrdersClient>(api.Options());

        var exception = await Assert.ThrowsAsync<ResponseUnreadableException>(() => client.Orders[42].GetAsync(cancellationToken: Token));

        Assert.Equal("<p>Bearer ***</p>", exception.ResponseExcerpt);
    }

    [Fact]
    public async Task Reads_an_error_as_it_came_where_it_repeats_no_secret()
    {
        await using var api = await OrdersApi.StartAsync();
        api.Answer = http => StubServer.AnswerAsync(http, 404, """{"message":"Größe ✓ 42"}""");
        var client = OpenApiClient.Create<OrdersClient>(api.Options());

        var exception = await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.Orders[42].GetAsync(cancellationToken: Token));

        Assert.Contains("The API says: \"Größe ✓ 42\"", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_no_secret_for_the_token_endpoints_error_code()
    {
        await using var api = await OrdersApi.StartAsync();
        api.Token = http => StubServer.AnswerAsync(http, 400, """{"error":"correct_horse_battery","error_description":"correct_horse_battery"}""");
        var client = OpenApiClient.Create<OrdersClient>(api.Options(options => options.Authentication.ClientCredentials!.ClientSecret = "correct_horse_battery"));

        var exception = await Assert.ThrowsAsync<AuthenticationFailedException>(() => client.Orders[42].GetAsync(cancellationToken: Token));

        Assert.Contains("answered 400. ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("horse", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://me:s3cr3t@orders.example.com/v2?key=s3cr3t")]
    [InlineData("https://me:s3cr3t@orders.example.com/v2?key=s3cr3t#s3cr3t")]
    [InlineData("ftp://me:s3cr3t@orders.example.com/v2?key=s3cr3t")]
    [InlineData("me:s3cr3t@orders.example.com/v2")]
    [InlineData("/v2?key=s3cr3t")]
    public async Task Quotes_no_secret_of_an_address(string address)
    {
        await using var api = await OrdersApi.StartAsync();
        var options = api.Options(one =>
        {
            one.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute);
            one.Authentication.ClientCredentials!.TokenEndpoint = one.BaseAddress;
        });

        var exception = Assert.Throws<OptionsValidationException>(() => OpenApiClient.Create<OrdersClient>(options));

        Assert.DoesNotContain("s3cr3t", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Prints_no_secret_of_options()
    {
        var authentication = new AuthenticationOptions
        {
            ClientCredentials = new ClientCredentialsOptions { ClientId = "warehouse", ClientSecret = "s3cr3t", TokenEndpoint = new Uri("https://login.example.com/token") },
            ApiKeys = { new ApiKeyOptions { Name = "X-Key", Value = "s3cr3t" } },
            Bearer = _ => new ValueTask<string>("s3cr3t"),
        };
        var options = new OpenApiClientOptions { BaseAddress = new Uri("https://orders.example.com/v2"), Authentication = authentication };

        Assert.All(
            new object[] { options, authentication, authentication.ClientCredentials, authentication.ApiKeys[0] },
            one => Assert.DoesNotContain("s3cr3t", one.ToString(), StringComparison.Ordinal));
        Assert.Contains("warehouse at https://login.example.com/token", options.ToString(), StringComparison.Ordinal);
    }
}
