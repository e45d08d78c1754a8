using System.Net;
using Orders;
using Orders.Models;
using Orders.Orders.Item;
using SieSmart.Pipeline;
using SieSmart.Runtime;

namespace SieSmart.Testing.Tests.Stubs;

/// <summary>A client of any document without a server.</summary>
public sealed class StubTransportTests : IDisposable
{
    private readonly StubTransport _api = new();
    private readonly OrdersClient _client;

    public StubTransportTests() => _client = _api.CreateClient<OrdersClient>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_to_a_path_with_parameters_and_the_version_that_it_was_told()
    {
        _api.On(HttpMethod.Get, "/orders/{id}").Returns(new Order { Label = "Paper" }, etag: "\"v1\"");

        var (order, etag) = await _client.Orders[42].GetAsync(cancellationToken: Cancellation);

        Assert.Equal(("Paper", "\"v1\""), (order.Label, etag.ToString()));
    }

    [Fact]
    public async Task Answers_to_an_operation_as_its_request_builder_has_it()
    {
        _api.On(WithOrderItemRequestBuilder.GetOperation).Returns(new Order { Label = "Paper" });

        Assert.Equal("Paper", (await _client.Orders[7].GetAsync(cancellationToken: Cancellation)).Value.Label);
    }

    [Fact]
    public async Task Answers_to_each_operation_that_the_generated_list_has()
    {
        foreach (var operation in OrdersClientOperations.All.Where(operation => operation.Method == "PUT"))
        {
            _api.On(operation).Fails(HttpStatusCode.PreconditionFailed);
        }

        await Assert.ThrowsAsync<PreconditionFailedException>(() => _client.Orders[42].PutAsync(new Order(), ETag.Parse("v1"), cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Answers_to_a_request_as_the_client_makes_it_and_to_no_other_resource()
    {
        _api.On(_client.Orders[42].ToGetRequestInformation()).Returns(new Order { Label = "Paper" });

        Assert.Equal("Paper", (await _client.Orders[42].GetAsync(cancellationToken: Cancellation)).Value.Label);
        await Assert.ThrowsAsync<UnexpectedRequestException>(() => _client.Orders[43].GetAsync(cancellationToken: Cancellation));
    }

    [Fact]
    public void Refuses_a_request_with_a_query()
    {
        var request = _client.Orders.ToGetRequestInformation(configuration => configuration.QueryParameters.Page = 2);

        Assert.Contains("QueryValues", Assert.Throws<ArgumentException>(() => _api.On(request)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prefers_one_resource_to_all_whichever_was_stubbed_first()
    {
        _api.On(HttpMethod.Get, "/orders/{id}").Returns(new Order { Label = "any" });
        _api.On(HttpMethod.Get, "/orders/42").Returns(new Order { Label = "that" });

        Assert.Equal("that", (await _client.Orders[42].GetAsync(cancellationToken: Cancellation)).Value.Label);
        Assert.Equal("any", (await _client.Orders[43].GetAsync(cancellationToken: Cancellation)).Value.Label);
    }

    [Theory]
    [InlineData("/orders/{id}", "/orders", "/orders/42")]
    [InlineData("/orders", "/orders/{id}", "/orders/42/lines", "/orders/42")]
    [InlineData("/orders/{id}", "/orders/{id}/lines", "/orders", "/", "/orders/42")]
    public async Task Prefers_one_resource_to_all_whatever_else_is_stubbed(params string[] paths)
    {
        foreach (var path in paths)
        {
            _api.On(HttpMethod.Get, path).Returns(new Order { Label = path });
        }

        Assert.Equal("/orders/42", (await _client.Orders[42].GetAsync(cancellationToken: Cancellation)).Value.Label);
    }

    [Theory]
    [InlineData("a/b?c d")]
    [InlineData("{name}")]
    public async Task Knows_a_value_by_what_it_is_and_not_by_its_escapes(string name)
    {
        _api.On(_client.Files[name].ToGetRequestInformation()).Returns(new Order { Label = "that" });
        _api.On(HttpMethod.Get, "/files/{name}").Answers(request => StubbedAnswer.Of(new Order { Label = request.PathValues["name"] }));

        Assert.Equal("that", (await _client.Files[name].GetAsync(cancellationToken: Cancellation))!.Label);
        Assert.Equal(name + "!", (await _client.Files[name + "!"].GetAsync(cancellationToken: Cancellation))!.Label);
    }

    [Fact]
    public async Task Answers_by_what_was_asked()
    {
        _api.On(HttpMethod.Get, "/orders").Answers(request => request.QueryValues.TryGetValue("state", out var states) && states[0] == "in work"
            ? StubbedAnswer.Of([new Order { Label = "open" }])
            : StubbedAnswer.Of(Array.Empty<Order>()));

        var open = await _client.Orders.GetAsync(request => request.QueryParameters.State = "in work", Cancellation);
        var all = await _client.Orders.GetAsync(cancellationToken: Cancellation);

        Assert.Equal("open", Assert.Single(open!).Label);
        Assert.Empty(all!);
    }

    [Fact]
    public async Task Answers_when_a_test_lets_it()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _api.On(HttpMethod.Get, "/orders/42").Answers(async (_, cancellationToken) =>
        {
            await release.Task.WaitAsync(cancellationToken);
            return StubbedAnswer.Of(new Order { Label = "late" });
        });

        var call = _client.Orders[42].GetAsync(cancellationToken: Cancellation);
        Assert.False(call.IsCompleted);
        release.SetResult();

        Assert.Equal("late", (await call).Value.Label);
    }

    [Fact]
    public async Task Stays_with_its_last_answer()
    {
        _api.On(HttpMethod.Get, "/orders/42").Returns(new Order { Label = "before" }).Returns(new Order { Label = "after" });

        var labels = new List<string?>();
        for (var call = 0; call < 3; call++)
        {
            labels.Add((await _client.Orders[42].GetAsync(cancellationToken: Cancellation)).Value.Label);
        }

        Assert.Equal(["before", "after", "after"], labels);
    }

    [Fact]
    public async Task Says_that_its_answers_are_used_up_where_it_was_told_that_no_more_follow()
    {
        _api.On(HttpMethod.Get, "/orders/{id}").Returns(new Order()).Returns(new Order()).AndNoMore();
        await _client.Orders[42].GetAsync(cancellationToken: Cancellation);
        await _client.Orders[42].GetAsync(cancellationToken: Cancellation);

        var unexpected = await Assert.ThrowsAsync<UnexpectedRequestException>(() => _client.Orders[42].GetAsync(cancellationToken: Cancellation));

        Assert.StartsWith("The stub has no answer left for GET /orders/42: GET /orders/{id} has had its 2", unexpected.Message, StringComparison.Ordinal);
        Assert.Equal(3, _api.Requests.Count);
    }

    [Fact]
    public async Task Says_that_an_operation_was_given_no_answer()
    {
        _api.On(HttpMethod.Get, "/orders/{id}");

        var unexpected = await Assert.ThrowsAsync<UnexpectedRequestException>(() => _client.Orders[42].GetAsync(cancellationToken: Cancellation));

        Assert.Contains("nothing follows On(GET /orders/{id})", unexpected.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_it_was_not_told_and_what_is_near_to_it()
    {
        _api.On(HttpMethod.Get, "/files/{name}").Returns(new Order());
        _api.On(HttpMethod.Post, "/orders").Returns(new Order());
        _api.On(HttpMethod.Get, "/orders/{id}").Returns(new Order());
        _api.On(HttpMethod.Get, "/order").Returns(new Order());

        var unexpected = await Assert.ThrowsAsync<UnexpectedRequestException>(() => _client.Orders.GetAsync(cancellationToken: Cancellation));

        Assert.Equal("/orders", unexpected.Request.Path);
        Assert.Equal(
            "The stub has no answer for GET /orders. Tell it one with On(HttpMethod.Get, \"/orders\").Returns(…). It has some for, the nearest first: GET /order, POST /orders, GET /orders/{id}, GET /files/{name}.",
            unexpected.Message);
    }

    [Fact]
    public async Task Fails_a_write_that_it_was_not_told_as_it_fails_a_read()
    {
        await Assert.ThrowsAsync<UnexpectedRequestException>(() => _client.Orders.PostAsync(new Order(), cancellationToken: Cancellation));
        await Assert.ThrowsAsync<UnexpectedRequestException>(() => _client.Orders[1].PutAsync(new Order(), ETag.Parse("v1"), cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Says_that_a_request_went_past_it()
    {
        using var elsewhere = new StubTransport(new Uri("https://orders.example.com/v3"));
        var client = elsewhere.CreateClient<OrdersClient>(options => options.BaseAddress = new Uri("https://orders.example.com/v30"));

        var unexpected = await Assert.ThrowsAsync<UnexpectedRequestException>(() => client.Orders[42].GetAsync(cancellationToken: Cancellation));

        Assert.Contains("answers for https://orders.example.com/v3 alone, and the request went elsewhere: GET https://orders.example.com/v30/orders/42.", unexpected.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_headers_a_version_and_when_to_come_again()
    {
        _api.On(HttpMethod.Get, "/orders/42")
            .Answers(StubbedAnswer.Of(new Order()).WithETag("W/\"v1\"").WithHeader("X-Page", "1").WithHeader("X-Page", "2").WithHeader("X-Trace-Id", "trace-7"))
            .Answers(StubbedAnswer.OfStatus(HttpStatusCode.TooManyRequests).WithRetryAfter(TimeSpan.FromSeconds(6.5)))
            .Fails(HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromSeconds(9));

        var read = await _client.Orders[42].GetAsync(cancellationToken: Cancellation);
        var first = await Assert.ThrowsAsync<RateLimitExceededException>(() => _client.Orders[42].GetAsync(cancellationToken: Cancellation));
        var second = await Assert.ThrowsAsync<RateLimitExceededException>(() => _client.Orders[42].GetAsync(cancellationToken: Cancellation));

        Assert.Equal(("W/\"v1\"", "trace-7"), (read.ETag.ToString(), read.TraceId));
        Assert.Equal(["1", "2"], read.ResponseHeaders["X-Page"]);
        Assert.Equal((TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(9)), (first.RetryAfter, second.RetryAfter));
    }

    [Fact]
    public async Task Names_each_answer_by_a_trace_id()
    {
        _api.On(HttpMethod.Get, "/orders/42").Returns(new Order());

        Assert.Equal("stub-1", (await _client.Orders[42].GetAsync(cancellationToken: Cancellation)).TraceId);
        Assert.Equal("stub-2", (await _client.Orders[42].GetAsync(cancellationToken: Cancellation)).TraceId);
    }

    [Fact]
    public async Task Loses_the_answer_to_a_write()
    {
        _api.On(HttpMethod.Post, "/orders").LosesItsAnswer();

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => _client.Orders.PostAsync(new Order(), cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Remembers_what_was_sent()
    {
        _api.On(HttpMethod.Put, "/orders/{id}").Returns(new Order());
        var list = _api.On(HttpMethod.Get, "/orders").Returns(Array.Empty<Order>());

        await _client.Orders[42].PutAsync(new Order { Label = "Paper" }, ETag.Parse("v1"), request => request.Headers.Add("X-Reason", "because"), Cancellation);
        await _client.Orders.GetAsync(request => (request.QueryParameters.State, request.QueryParameters.Page) = ("in work", 2), Cancellation);

        var write = _api.Requests[0];
        Assert.Equal((HttpMethod.Put, "/orders/42", "v1", "42"), (write.Method, write.Path, write.IfMatch, write.PathValues["id"]));
        Assert.Equal(["because"], write.Headers["x-reason"]);
        Assert.StartsWith("application/json", write.Headers["Content-Type"].Single(), StringComparison.Ordinal);
        Assert.Equal("Paper", write.Read(Order.CreateFromDiscriminatorValue).Label);
        Assert.Equal(write.Body, System.Text.Encoding.UTF8.GetString(write.Content.Span));
        Assert.Equal("PUT /orders/42", write.ToString());
        var read = Assert.Single(list.Requests);
        Assert.Equal(("in work", "2"), (Assert.Single(read.QueryValues["state"]), Assert.Single(read.QueryValues["page"])));
        Assert.Equal(["/orders/42", "/orders"], _api.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task Says_that_a_body_is_no_json()
    {
        _api.On(HttpMethod.Get, "/orders/42").Returns(new Order());
        await _client.Orders[42].GetAsync(cancellationToken: Cancellation);

        var exception = Assert.Throws<InvalidOperationException>(() => _api.Requests[0].Read(Order.CreateFromDiscriminatorValue));

        Assert.StartsWith("The body of GET /orders/42 can't be read", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_a_token_to_a_client_with_credentials_and_does_not_count_it()
    {
        _api.On(HttpMethod.Get, "/orders/42").Returns(new Order());
        foreach (var format in Enum.GetValues<TokenRequestFormat>())
        {
            var client = _api.CreateClient<OrdersClient>(options => options.Authentication = Credentials(format));
            await client.Orders[42].GetAsync(cancellationToken: Cancellation);
        }

        Assert.Equal(2, _api.Requests.Count);
        Assert.All(_api.Requests, request => Assert.Equal(["Bearer stub"], request.Headers["Authorization"]));
    }

    [Fact]
    public async Task Leaves_the_token_endpoint_to_who_stubs_it()
    {
        _api.On(HttpMethod.Post, "/token").Fails(HttpStatusCode.Unauthorized);
        var client = _api.CreateClient<OrdersClient>(options => options.Authentication = Credentials(TokenRequestFormat.Form, new Uri(_api.BaseAddress, "token")));

        await Assert.ThrowsAsync<AuthenticationFailedException>(() => client.Orders[42].GetAsync(cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Answers_several_clients_and_goes_on_when_one_is_gone()
    {
        _api.On(HttpMethod.Get, "/orders/42").Returns(new Order { Label = "Paper" });
        using (var adapter = OpenApiClient.CreateAdapter("Orders", Options(), _api))
        {
            await new OrdersClient(adapter).Orders[42].GetAsync(cancellationToken: Cancellation);
        }

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => _client.Orders[42].GetAsync(cancellationToken: Cancellation)));

        Assert.Equal(201, _api.Requests.Count);
    }

    [Fact]
    public async Task Retries_when_it_is_told_to()
    {
        var client = _api.CreateClient<OrdersClient>(options => options.MaxRetries = 1);
        _api.On(HttpMethod.Get, "/orders/42").Fails(HttpStatusCode.ServiceUnavailable).Returns(new Order { Label = "Paper" });

        Assert.Equal("Paper", (await client.Orders[42].GetAsync(cancellationToken: Cancellation)).Value.Label);
    }

    [Fact]
    public void Refuses_an_address_that_is_not_absolute() =>
        Assert.Contains("not absolute", Assert.Throws<ArgumentException>(() => new StubTransport(new Uri("/v2", UriKind.Relative))).Message, StringComparison.Ordinal);

    public void Dispose() => _api.Dispose();

    private static AuthenticationOptions Credentials(TokenRequestFormat format, Uri? endpoint = null) => new()
    {
        ClientCredentials = new ClientCredentialsOptions
        {
            TokenEndpoint = endpoint ?? new Uri("https://login.example.com/token"),
            ClientId = "warehouse",
            ClientSecret = "not a secret",
            Format = format,
        },
    };

    private OpenApiClientOptions Options()
    {
        var options = new OpenApiClientOptions();
        _api.Configure(options);
        return options;
    }
}
