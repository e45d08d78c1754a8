using Parcels;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Pipeline.Tests.Answers;

/// <summary>A read that asks for a newer version only: there being none is no failure.</summary>
public sealed class ConditionalReadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Has_the_same_etag_and_no_value_where_nothing_changed()
    {
        await using var server = await StubServer.StartAsync(304, headers: ("ETag", "\"v1\""));
        var client = OpenApiClient.Create<ParcelsClient>(new OpenApiClientOptions { BaseAddress = server.Address, Authentication = { AllowAnonymous = true } });

        var parcel = await client.Parcels["1"].GetAsync(configuration => configuration.Headers.Add("If-None-Match", "\"v1\""), Token);

        Assert.True(parcel.IsNotModified);
        Assert.Null(parcel.Value);
        Assert.Equal(ETag.Parse("\"v1\""), parcel.ETag);
    }

    [Fact]
    public async Task Has_the_value_where_something_changed()
    {
        await using var server = await StubServer.StartAsync(200, """{"id":"1"}""", headers: ("ETag", "\"v2\""));
        var client = OpenApiClient.Create<ParcelsClient>(new OpenApiClientOptions { BaseAddress = server.Address, Authentication = { AllowAnonymous = true } });

        var parcel = await client.Parcels["1"].GetAsync(configuration => configuration.Headers.Add("If-None-Match", "\"v1\""), Token);

        Assert.False(parcel.IsNotModified);
        Assert.Equal("1", parcel.Value.Id);
    }
}
