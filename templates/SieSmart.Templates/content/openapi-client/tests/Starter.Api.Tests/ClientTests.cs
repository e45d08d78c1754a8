using SieSmart.Testing;

namespace Starter.Api.Tests;

/// <summary>What the client sends and makes of answers. No server is needed: the stub answers in memory.</summary>
public sealed class ClientTests
{
    [Fact]
    public void A_client_is_made_of_the_document()
    {
        using var api = new StubTransport();

        // Tell what it answers, call the client, and look at api.Requests:
        // api.On(HttpMethod.Get, "/items/{id}").ReturnsJson("{}", etag: "\"v1\"");
        var client = api.CreateClient<StarterClient>();

        Assert.NotNull(client);
    }
}
