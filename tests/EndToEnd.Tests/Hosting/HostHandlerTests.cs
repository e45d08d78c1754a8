using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SieSmart.Models;
using SieSmart.Runtime;
using SieSmart.Sandbox;
using SieSmart.Sandbox.Faults;

namespace EndToEnd.Tests.Hosting;

/// <summary>A host whose HTTP clients all resend what failed, as templates of hosts set it up.</summary>
public sealed class HostHandlerTests
{
    private const string CreatePath = "/proposals/proposal";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_create_whose_answer_is_lost_stays_one_create()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: Cancellation);
        await using var provider = StartServices(sandbox, keep: false);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => CreateAsync(provider));

        Assert.Equal(1, CountCreated(sandbox));
    }

    [Fact]
    public async Task It_becomes_two_where_the_hosts_handlers_were_asked_for()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: Cancellation);
        await using var provider = StartServices(sandbox, keep: true);

        await CreateAsync(provider);

        Assert.Equal(2, CountCreated(sandbox));
    }

    private static ServiceProvider StartServices(SandboxServer sandbox, bool keep)
    {
        sandbox.Faults.Enqueue(Fault.Status(HttpStatusCode.GatewayTimeout).AfterWrite().On("POST", CreatePath));
        var services = new ServiceCollection();
        services.AddSieSmartClient(options =>
        {
            options.BaseAddress = sandbox.BaseAddress;
            options.TokenEndpoint = sandbox.TokenEndpoint;
            options.ClientId = sandbox.ClientId;
            options.ClientSecret = sandbox.ClientSecret;
            options.KeepHostHandlers = keep;
        });
        services.ConfigureHttpClientDefaults(defaults => defaults.AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.Zero));
        return services.BuildServiceProvider();
    }

    private static Task<Versioned<Proposal>> CreateAsync(IServiceProvider services) => services.GetRequiredService<SieSmartClient>().Proposals.Proposal.PostVersionedAsync(
        new ProposalCreate { OfficeId = 1001 }, cancellationToken: Cancellation);

    private static int CountCreated(SandboxServer sandbox) =>
        sandbox.Requests.Count(request => request.Path == CreatePath && request.WasCarriedOut);
}
