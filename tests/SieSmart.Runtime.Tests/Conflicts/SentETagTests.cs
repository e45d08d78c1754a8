using Microsoft.Kiota.Abstractions;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Runtime.Tests.Conflicts;

public sealed class SentETagTests
{
    [Fact]
    public async Task A_conflict_names_the_etag_that_was_sent()
    {
        await using var server = await StubServer.StartAsync(412);
        using var api = new Api(server.Address);

        var exception = await Assert.ThrowsAsync<PreconditionFailedException>(() => api.PutAsync(ETag.Parse("v1"), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(ETag.Parse("v1"), exception.SentETag);
    }

    [Fact]
    public async Task So_does_the_conflict_of_a_request_that_was_built_by_hand()
    {
        await using var server = await StubServer.StartAsync(412);
        using var api = new Api(server.Address);
        var request = Api.Request(Api.Put);
        request.Headers.Add("If-Match", "v1");

        var exception = await Assert.ThrowsAsync<PreconditionFailedException>(() =>
            api.Adapter.SendNoContentAsync(request, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(ETag.Parse("v1"), exception.SentETag);
        Assert.Contains("after version v1 was read", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_context_that_is_used_again_forgets_the_etag_of_the_call_before()
    {
        await using var server = await StubServer.StartAsync(412);
        using var api = new Api(server.Address);
        var context = new OperationContext();
        await Assert.ThrowsAsync<PreconditionFailedException>(() => api.PutAsync(ETag.Parse("v1"), context, TestContext.Current.CancellationToken));
        var request = new RequestInformation(Method.PUT, "{+baseurl}/elsewhere", new Dictionary<string, object>(StringComparer.Ordinal));
        request.AddRequestOptions([context]);

        var exception = await Assert.ThrowsAsync<PreconditionFailedException>(() =>
            api.Adapter.SendNoContentAsync(request, cancellationToken: TestContext.Current.CancellationToken));

        Assert.True(exception.SentETag.IsMissing);
    }
}
