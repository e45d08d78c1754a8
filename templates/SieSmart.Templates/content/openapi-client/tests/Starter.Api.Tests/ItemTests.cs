using System.Net;
using SieSmart.Runtime;
using SieSmart.Testing;
using Starter.Api.Models;

namespace Starter.Api.Tests;

/// <summary>What the client sends and makes of answers. No server is needed: the stub answers in memory.</summary>
public sealed class ItemTests
{
    private static CancellationToken TestEnded => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_write_names_the_version_that_was_read()
    {
        using var api = new StubTransport();
        api.On(HttpMethod.Get, "/items/{id}").Returns(new Item { Label = "Paper" }, etag: "\"v1\"");
        api.On(HttpMethod.Put, "/items/{id}").Returns(new Item { Label = "Pens" }, etag: "\"v2\"");
        var client = api.CreateClient<StarterClient>();

        var (item, etag) = await client.Items[42].GetAsync(cancellationToken: TestEnded);
        item.Label = "Pens";
        await client.Items[42].PutAsync(item, etag, cancellationToken: TestEnded);

        Assert.Equal("\"v1\"", api.Requests[^1].IfMatch);
    }

    [Fact]
    public async Task A_write_of_an_old_version_is_refused()
    {
        using var api = new StubTransport();
        api.On(HttpMethod.Put, "/items/{id}").Fails(HttpStatusCode.PreconditionFailed);
        var client = api.CreateClient<StarterClient>();

        await Assert.ThrowsAsync<PreconditionFailedException>(
            () => client.Items[42].PutAsync(new Item { Label = "Pens" }, ETag.Parse("\"v1\""), cancellationToken: TestEnded));
    }
}
