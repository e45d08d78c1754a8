using SieSmart.Client.Tests.Support;
using SieSmart.Models;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests;

/// <summary>A guarded write as it leaves the generated client.</summary>
public sealed class GeneratedWriteTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sends_the_etag_that_it_is_given_and_returns_the_new_one()
    {
        await using var api = await StubApi.StartAsync();
        api.Answer = http => StubServer.AnswerAsync(http, 200, "{}", headers: [("ETag", "v2"), ("X-B2B-TRACE-ID", "trace-1")]);
        await using var services = Services.For(api);

        var changed = await services.Client().Proposals[42].Customer.PutAsync(new Customer(), ETag.Parse("v1"), cancellationToken: Cancellation);

        var request = Assert.Single(api.Requests);
        Assert.Equal(("PUT", "/b2b/v1/proposals/42/customer"), (request.Method, request.Path));
        Assert.Equal("v1", Assert.Single(request.Headers["If-Match"]));
        Assert.Equal("v2", changed.ETag.ToString());
        Assert.Equal("trace-1", changed.TraceId);
    }

    [Fact]
    public async Task Tells_in_its_task_what_goes_wrong_before_anything_is_sent()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api);
        var customer = services.Client().Proposals[42].Customer;

        // Whoever starts many at once gets a task of each, and none of them throws into the loop.
        var tasks = new Task[]
        {
            customer.PutAsync(null!, ETag.Parse("v1"), cancellationToken: Cancellation),
            customer.PutAsync(new Customer(), ETag.Parse("v1"), _ => throw new InvalidOperationException("the configuration"), Cancellation),
            services.Client().Proposals[42].GetAsync(_ => throw new InvalidOperationException("the configuration"), Cancellation),
        };

        await Assert.ThrowsAsync<ArgumentNullException>(() => tasks[0]);
        Assert.Equal("the configuration", (await Assert.ThrowsAsync<InvalidOperationException>(() => tasks[1])).Message);
        Assert.Equal("the configuration", (await Assert.ThrowsAsync<InvalidOperationException>(() => tasks[2])).Message);
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task Refuses_a_missing_etag_before_a_token_is_fetched()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api);
        var decision = services.Client().Proposals[42].Decision;

#pragma warning disable SIE1001 // What the analyzer warns of is what this test is about.
        await Assert.ThrowsAsync<ArgumentException>(() => decision.PostAsync(new DecisionRequest(), default, cancellationToken: Cancellation));
#pragma warning restore SIE1001

        Assert.Empty(api.TokenRequests);
        Assert.Empty(api.Requests);
    }
}
