using SieSmart.Client.Tests.Support;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Security;

public sealed class HeaderValueTests
{
    [Theory]
    [InlineData("a\r\nX-Injected: yes")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("naïve")]
    [InlineData("a\u007f")]
    public async Task Refuses_a_value_that_no_header_can_carry(string value)
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(services.Client(), value));

        Assert.Contains("its header X-Reference has a control character", exception.Message, StringComparison.Ordinal);
        Assert.Empty(api.Requests);
        Assert.Empty(api.TokenRequests);
    }

    [Fact]
    public async Task Sends_a_value_that_is_sound()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api);
        api.Answer = http => StubServer.AnswerAsync(http, 200, "[]");

        await SendAsync(services.Client(), "a, b;\tc=\"~\"");

        Assert.Equal("a, b;\tc=\"~\"", Assert.Single(Assert.Single(api.Requests).Headers["X-Reference"]));
    }

    private static async Task SendAsync(SieSmartClient client, string value) =>
        await client.Common.RateCards.GetAsync(
            request => request.Headers.Add("X-Reference", value),
            TestContext.Current.CancellationToken);
}
