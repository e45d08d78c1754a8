using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orders;
using Orders.Models;
using SieSmart.Pipeline.Tests.Support;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Pipeline.Tests.Retries;

public sealed class ResendGuardTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sends_a_create_once_though_the_host_adds_a_handler_that_resends()
    {
        await using var api = await OrdersApi.StartAsync();
        api.Answer = http => StubServer.AnswerAsync(http, 503);
        await using var services = Resilient(api);
        var client = services.GetRequiredService<OrdersClient>();

        var exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => client.Orders.PostAsync(new Order { Label = "Paper" }, cancellationToken: Token));

        Assert.Single(api.Requests);
        Assert.Contains("The outcome of POST /orders is unknown: it was sent once, it was answered 503", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Remove that handler (AddStandardResilienceHandler and the like)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_it_resend_a_read_and_counts_each_time()
    {
        await using var api = await OrdersApi.StartAsync();
        var failures = 2;
        api.Answer = http => failures-- > 0 ? StubServer.AnswerAsync(http, 503) : StubServer.AnswerAsync(http, 200, OrdersApi.Order);
        await using var services = Resilient(api);
        var context = new OperationContext();

        await services.GetRequiredService<OrdersClient>().Orders[42].GetAsync(request => request.Options.Add(context), Token);

        Assert.Equal(3, api.Requests.Count);
        Assert.Equal(3, context.Attempts);
    }

    [Fact]
    public async Task Makes_each_pass_pay_a_permit()
    {
        await using var api = await OrdersApi.StartAsync();
        api.Answer = http => StubServer.AnswerAsync(http, 503);
        await using var services = Resilient(api, options => options.RateLimit = new RateLimitOptions { Permits = 2, QueueLimit = 0 });

        var exception = await Assert.ThrowsAsync<RateLimitExceededException>(() => services.GetRequiredService<OrdersClient>().Orders[42].GetAsync(cancellationToken: Token));

        Assert.Equal(2, api.Requests.Count);
        Assert.Contains("for the 2 that may be sent in 60 s", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_it_resend_a_create_that_was_refused_before_anything_happened()
    {
        await using var api = await OrdersApi.StartAsync();
        var refusals = 1;
        api.Answer = http => refusals-- > 0
            ? StubServer.AnswerAsync(http, 429, headers: ("Retry-After", "0"))
            : StubServer.AnswerAsync(http, 201, OrdersApi.Order);
        await using var services = Resilient(api);

        var created = await services.GetRequiredService<OrdersClient>().Orders.PostAsync(new Order { Label = "Paper" }, cancellationToken: Token);

        Assert.Equal(42, created.Value.Id);
        Assert.Equal(2, api.Requests.Count);
    }

    [Fact]
    public async Task Refuses_a_second_pass_while_the_first_is_under_way()
    {
        await using var api = await OrdersApi.StartAsync();
        var services = new ServiceCollection();
        services.AddOpenApiClient<OrdersClient>("Orders", api.Configure).AddHttpMessageHandler(() => new Doubling());
        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => provider.GetRequiredService<OrdersClient>().Orders.PostAsync(new Order(), cancellationToken: Token));

        Assert.InRange(api.Requests.Count, 0, 1);
    }

    [Theory]
    [InlineData("2026-01-02T03:04:05Z", 1)]
    [InlineData("\"2026-01-02T03:04:05Z\"", 1)]
    [InlineData("Fri, 02 Jan 2026 03:04:05 GMT", 1)]
    [InlineData("2026-01-02T03:04:05.000Z", 2)]
    [InlineData("\"v1\"", 2)]
    public async Task Repeats_a_lost_PUT_only_where_its_version_names_no_other(string version, int sent)
    {
        await using var api = await OrdersApi.StartAsync();
        var failures = 1;
        api.Answer = http => failures-- > 0 ? StubServer.AnswerAsync(http, 504) : StubServer.AnswerAsync(http, 200, OrdersApi.Order);
        var client = OpenApiClient.Create<OrdersClient>(api.Options());

        var write = await Record.ExceptionAsync(() => client.Orders[42].PutAsync(new Order(), ETag.Parse(version), cancellationToken: Token));

        Assert.Equal(sent, api.Requests.Count);
        Assert.Equal(sent == 1, write is OutcomeUnknownException);
    }

    [Theory]
    [InlineData(302, true)]
    [InlineData(303, true)]
    [InlineData(307, false)]
    public async Task Tells_a_write_that_was_answered_with_a_redirect_from_one_that_must_go_elsewhere(int status, bool isUnknown)
    {
        await using var api = await OrdersApi.StartAsync();
        api.Answer = http => StubServer.AnswerAsync(http, status, headers: ("Location", "/v2/orders/42"));
        var client = OpenApiClient.Create<OrdersClient>(api.Options());

        var exception = await Assert.ThrowsAnyAsync<SieSmartException>(() => client.Orders.PostAsync(new Order(), cancellationToken: Token));

        Assert.Equal(isUnknown, exception is OutcomeUnknownException);
        Assert.Equal(!isUnknown, exception is RequestRejectedException);
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task Takes_a_star_from_the_server_for_no_version()
    {
        await using var api = await OrdersApi.StartAsync();
        api.Answer = http => StubServer.AnswerAsync(http, 200, OrdersApi.Order, headers: ("ETag", "*"));
        var client = OpenApiClient.Create<OrdersClient>(api.Options());

        var read = await client.Orders[42].GetAsync(cancellationToken: Token);

        Assert.False(read.HasETag);
    }

    [Fact]
    public async Task Logs_a_lost_write_as_of_unknown_outcome()
    {
        await using var api = await OrdersApi.StartAsync();
        api.Answer = http => StubServer.AnswerAsync(http, 503);
        var lines = new Lines();
        var services = new ServiceCollection().AddOrders("Orders", api);
        services.AddLogging(logging => logging.AddProvider(lines));
        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => provider.GetRequiredService<OrdersClient>().Orders.PostAsync(new Order(), cancellationToken: Token));

        Assert.Contains(lines.All, line => line.StartsWith("POST /orders -> outcome unknown (503) after 1 ", StringComparison.Ordinal));
    }

    private static ServiceProvider Resilient(OrdersApi api, Action<OpenApiClientOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services
            .AddOpenApiClient<OrdersClient>("Orders", options =>
            {
                api.Configure(options);
                options.MaxRetries = 0;
                configure?.Invoke(options);
            })
            .AddStandardResilienceHandler(resilience => resilience.Retry.Delay = TimeSpan.FromMilliseconds(1));
        return services.BuildServiceProvider();
    }

    private sealed class Doubling : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answers = await Task.WhenAll(base.SendAsync(request, cancellationToken), base.SendAsync(request, cancellationToken));
            return answers[0];
        }
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

        public IReadOnlyList<string> All => [.. _lines];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
