using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Runtime.Tests.Routing;

/// <summary>Requests that no generated code of ours made, as those of Kiota's own methods, are known by their template.</summary>
public sealed class RecognitionTests
{
    private static readonly ETag Version = ETag.Parse("2026-01-02T03:04:05.678Z");

    private static OperationRequestAdapterOptions Known => new() { Operations = [Api.Get, Api.Put, Api.Submit] };

    [Theory]
    [InlineData(Method.GET, "{+baseurl}/proposals/{proposal%2Did}", "getProposal")]
    [InlineData(Method.GET, "{+baseurl}/proposals/{proposal%2Did}{?page,size}", "getProposal")]
    [InlineData(Method.GET, "{+baseurl}/proposals/{proposal%2Did}?page={page}{&size}", "getProposal")]
    [InlineData(Method.PUT, "{+baseurl}/proposals/{proposal%2Did}/customer", "putCustomer")]
    [InlineData(Method.DELETE, "{+baseurl}/proposals/{proposal%2Did}", null)]
    [InlineData(Method.GET, "{+baseurl}/proposals/{id}", null)]
    [InlineData(Method.GET, "{+baseurl}/v2/proposals/{proposal%2Did}", null)]
    public async Task A_request_is_known_by_verb_and_template(Method verb, string template, string? operation)
    {
        await using var server = await StubServer.StartAsync(200, "{}");
        using var api = new Api(server.Address, Known);
        var context = new OperationContext();

        await SendAsync(api, Request(verb, template, "42"), context);

        Assert.Equal(operation, context.Operation?.Id);
    }

    [Fact]
    public async Task Its_failure_says_what_to_do_with_the_resource()
    {
        await using var server = await StubServer.StartAsync(412);
        using var api = new Api(server.Address, Known);
        var request = Api.Request(Api.Put);
        request.Headers.Add("If-Match", Version.ToString());

        var exception = await Assert.ThrowsAsync<PreconditionFailedException>(() => SendAsync(api, request, new OperationContext()));

        Assert.StartsWith(
            "412 Precondition Failed: PUT /proposals/{proposal-id}/customer: /proposals/42 was changed after version 2026-01-02T03:04:05.678Z was read",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_argument_that_would_address_another_resource_is_refused()
    {
        await using var server = await StubServer.StartAsync(200, "{}");
        using var api = new Api(server.Address, Known);

        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(api, Api.Request(Api.Get, ".."), new OperationContext()));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_context_that_served_another_call_is_told_the_new_operation()
    {
        await using var server = await StubServer.StartAsync(200, "{}");
        using var api = new Api(server.Address, Known);
        var context = new OperationContext();
        await api.PutAsync(Version, context, TestContext.Current.CancellationToken);

        await SendAsync(api, Api.Request(Api.Get), context);

        Assert.Same(Api.Get, context.Operation);
        Assert.True(context.SentETag.IsMissing);
    }

    [Fact]
    public async Task What_generated_code_says_counts()
    {
        await using var server = await StubServer.StartAsync(200, "{}");
        using var api = new Api(server.Address, new OperationRequestAdapterOptions { Operations = [new OperationDescription("other", "GET", "/proposals/{proposal-id}")] });
        var context = new OperationContext();

        await api.GetAsync(context);

        Assert.Same(Api.Get, context.Operation);
    }

    private static RequestInformation Request(Method verb, string template, string id) =>
        new(verb, template, new Dictionary<string, object>(StringComparer.Ordinal) { ["proposal%2Did"] = id, ["id"] = id });

    private static Task<Proposal?> SendAsync(Api api, RequestInformation request, OperationContext context)
    {
        request.AddRequestOptions([context]);
        return api.Adapter.SendAsync(request, Proposal.Create, new Dictionary<string, ParsableFactory<IParsable>>(StringComparer.Ordinal), TestContext.Current.CancellationToken);
    }
}
