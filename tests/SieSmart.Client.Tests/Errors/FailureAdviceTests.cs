using SieSmart.Client.Tests.Support;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Errors;

public sealed class FailureAdviceTests
{
    [Theory]
    [InlineData(SieSmartEnvironment.Test, true)]
    [InlineData(SieSmartEnvironment.Production, false)]
    public async Task Names_the_database_refresh_where_there_is_one(SieSmartEnvironment environment, bool isNamed)
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, configure: options => options.Environment = environment);
        api.Answer = http => StubServer.AnswerAsync(http, 404);

        var exception = await Assert.ThrowsAsync<ResourceNotFoundException>(() => services.Client().ReadAsync());

        Assert.Equal(isNamed, exception.Message.Contains("wiped by regular database refreshes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_the_credentials_and_the_environment_that_they_must_fit()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, configure: options => options.Environment = SieSmartEnvironment.Production);
        api.Answer = http => StubServer.AnswerAsync(http, 401);

        var exception = await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().ReadAsync());

        Assert.Contains("SieSmart:ClientId and SieSmart:ClientSecret must be those of the Production environment", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_of_a_proposal_that_may_have_been_created_where_to_look()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api);
        api.Answer = http => StubServer.AnswerAsync(http, 503);

        var creation = await Assert.ThrowsAsync<OutcomeUnknownException>(
            () => services.Client().CallAsync(new OperationDescription("createProposal", "POST", "/proposals/proposal")));
        var write = await Assert.ThrowsAsync<OutcomeUnknownException>(() => services.Client().WriteAsync());

        Assert.Contains("look in SieSmart itself whether the proposal is there", creation.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("look in SieSmart itself", write.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_of_a_stale_etag_which_version_it_was_and_how_to_find_the_request_again()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api);
        api.Answer = http => StubServer.AnswerAsync(http, 412, headers: ("X-B2B-TRACE-ID", "trace-7"));

        var exception = await Assert.ThrowsAsync<PreconditionFailedException>(() => services.Client().WriteAsync());

        Assert.Equal("trace-7", exception.TraceId);
        Assert.Equal(Calls.Version, exception.SentETag);
        Assert.Contains($"after version {Calls.Version} was read", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("Trace id trace-7.", exception.Message, StringComparison.Ordinal);
    }
}
