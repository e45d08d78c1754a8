using System.Text;
using Orders;
using SieSmart.Pipeline.Tests.Support;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Pipeline.Tests.Authentication;

public sealed class CredentialTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Asks_for_a_token_with_a_form()
    {
        await using var api = await OrdersApi.StartAsync();
        await CallAsync(api, authentication =>
        {
            authentication.ClientCredentials!.Scope = "orders.read orders.write";
            authentication.ClientCredentials.Audience = "https://orders.example.com";
        });

        var request = Assert.Single(api.TokenRequests);
        Assert.Equal(["application/x-www-form-urlencoded"], request.Headers["Content-Type"]);
        Assert.Equal(
            "audience=https%3A%2F%2Forders.example.com&grant_type=client_credentials&scope=orders.read+orders.write&client_id=warehouse&client_secret=s3cr3t+of+the+warehouse%2F1",
            request.Body);
        Assert.DoesNotContain("Authorization", request.Headers.Keys);
    }

    [Fact]
    public async Task Asks_for_a_token_with_a_JSON_object()
    {
        await using var api = await OrdersApi.StartAsync();
        await CallAsync(api, authentication => authentication.ClientCredentials!.Format = TokenRequestFormat.Json);

        var request = Assert.Single(api.TokenRequests);
        Assert.Equal(["application/json"], request.Headers["Content-Type"]);
        Assert.Equal("""{"grant_type":"client_credentials","client_id":"warehouse","client_secret":"s3cr3t of the warehouse/1"}""", request.Body);
    }

    [Fact]
    public async Task Puts_id_and_secret_into_a_Basic_header_encoded_as_in_a_form()
    {
        await using var api = await OrdersApi.StartAsync();
        await CallAsync(api, authentication => authentication.ClientCredentials!.Place = CredentialsPlace.BasicHeader);

        var request = Assert.Single(api.TokenRequests);
        var header = Assert.Single(request.Headers["Authorization"]);
        Assert.Equal("warehouse:s3cr3t+of+the+warehouse%2F1", Encoding.ASCII.GetString(Convert.FromBase64String(header["Basic ".Length..])));
        Assert.Equal("grant_type=client_credentials", request.Body);
    }

    [Fact]
    public async Task Sends_all_keys_of_a_document_that_wants_several()
    {
        await using var api = await OrdersApi.StartAsync();
        var address = string.Empty;
        api.Answer = http =>
        {
            address = http.Request.QueryString.Value;
            return StubServer.AnswerAsync(http, 200, OrdersApi.Order);
        };
        await CallAsync(api, authentication =>
        {
            authentication.ApiKeys.Add(new ApiKeyOptions { Name = "X-Api-Key", Value = "key-of-the-header" });
            authentication.ApiKeys.Add(new ApiKeyOptions { Name = "key", Value = "a&b=c", Place = ApiKeyPlace.Query });
        });

        var request = Assert.Single(api.Requests);
        Assert.Equal(["key-of-the-header"], request.Headers["X-Api-Key"]);
        Assert.Equal(["Bearer token-1"], request.Headers["Authorization"]);
        Assert.Equal("?key=a%26b%3Dc", address);
    }

    [Fact]
    public async Task Repeats_a_request_with_the_key_in_its_query_once()
    {
        await using var api = await OrdersApi.StartAsync();
        var addresses = new List<string?>();
        api.Answer = http =>
        {
            addresses.Add(http.Request.QueryString.Value);
            return StubServer.AnswerAsync(http, addresses.Count == 1 ? 503 : 200, OrdersApi.Order);
        };
        await CallAsync(api, authentication =>
        {
            authentication.ClientCredentials = null;
            authentication.ApiKeys.Add(new ApiKeyOptions { Name = "key", Value = "abc", Place = ApiKeyPlace.Query });
        });

        Assert.Equal(["?key=abc", "?key=abc"], addresses);
        Assert.Empty(api.TokenRequests);
    }

    [Fact]
    public async Task Does_not_show_a_rejected_key_again()
    {
        await using var api = await OrdersApi.StartAsync();
        api.Answer = http => StubServer.AnswerAsync(http, 401);

        await Assert.ThrowsAsync<AuthenticationFailedException>(() => CallAsync(api, authentication =>
        {
            authentication.ClientCredentials = null;
            authentication.ApiKeys.Add(new ApiKeyOptions { Name = "X-Api-Key", Value = "abc" });
        }));

        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task Asks_the_application_for_each_attempts_token()
    {
        await using var api = await OrdersApi.StartAsync();
        var given = 0;
        api.Answer = http => StubServer.AnswerAsync(http, given == 1 ? 401 : 200, OrdersApi.Order);
        await CallAsync(api, authentication =>
        {
            authentication.ClientCredentials = null;
            authentication.Bearer = _ => new ValueTask<string>($"own-{++given}");
        });

        Assert.Equal(["Bearer own-1", "Bearer own-2"], api.Requests.Select(request => request.Headers["Authorization"].Single()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("own token")]
    [InlineData("own\r\nX-Other: 1")]
    public async Task Sends_nothing_with_a_token_that_no_header_can_carry(string token)
    {
        await using var api = await OrdersApi.StartAsync();

        var exception = await Assert.ThrowsAsync<AuthenticationFailedException>(() => CallAsync(api, authentication =>
        {
            authentication.ClientCredentials = null;
            authentication.Bearer = _ => new ValueTask<string>(token);
        }));

        Assert.Contains("the delegate Orders:Authentication:Bearer gave none", exception.Message, StringComparison.Ordinal);
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task Tells_that_the_application_has_no_token()
    {
        await using var api = await OrdersApi.StartAsync();

        var exception = await Assert.ThrowsAsync<AuthenticationFailedException>(() => CallAsync(api, authentication =>
        {
            authentication.ClientCredentials = null;
            authentication.Bearer = _ => throw new IOException("The vault is closed.");
        }));

        Assert.Contains("Orders:Authentication:Bearer failed (IOException)", exception.Message, StringComparison.Ordinal);
        Assert.Equal("The vault is closed.", exception.InnerException!.Message);
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task Sends_no_credentials_where_none_are_needed()
    {
        await using var api = await OrdersApi.StartAsync();
        await CallAsync(api, authentication =>
        {
            authentication.ClientCredentials = null;
            authentication.AllowAnonymous = true;
        });

        Assert.DoesNotContain("Authorization", Assert.Single(api.Requests).Headers.Keys);
    }

    private static async Task CallAsync(OrdersApi api, Action<AuthenticationOptions> configure)
    {
        var client = OpenApiClient.Create<OrdersClient>(api.Options(options => configure(options.Authentication)));
        await client.Orders[42].GetAsync(cancellationToken: Token);
    }
}
