using Microsoft.Extensions.DependencyInjection;
using SieSmart;
using SieSmart.Models;
using SieSmart.Sandbox;

namespace EndToEnd.Tests.Hosting;

/// <summary>A host that adds a handler to all of its HTTP clients which sends every request again, as a retry would after a lost answer.</summary>
public sealed class HostHandlerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task One_create_stays_one_create_unless_the_hosts_handlers_were_asked_for(bool keep, int creates)
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: Cancellation);
        var services = new ServiceCollection();
        services.AddSieSmartClient(options =>
        {
            options.BaseAddress = sandbox.BaseAddress;
            options.TokenEndpoint = sandbox.TokenEndpoint;
            options.ClientId = sandbox.ClientId;
            options.ClientSecret = sandbox.ClientSecret;
            options.KeepHostHandlers = keep;
        });
        services.ConfigureHttpClientDefaults(defaults => defaults.AddHttpMessageHandler(() => new ResendingHandler()));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<SieSmartClient>().Proposals.Proposal.PostAsync(
            new ProposalCreate { OfficeId = 1001 }, cancellationToken: Cancellation);

        Assert.Equal(creates, sandbox.Requests.Count(request => request is { Method: "POST", Path: "/proposals/proposal", Status: 200 }));
    }

    private sealed class ResendingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (await base.SendAsync(request, cancellationToken)).Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
