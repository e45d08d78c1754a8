using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SieSmart;
using SieSmart.Client;
using SieSmart.Pipeline.Throttling;
using SieSmart.Sandbox;

namespace SharedBudgets.Tests.Registration;

/// <summary>Clients that were told to share their limit.</summary>
public sealed class MachineWideBudgetTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("shared-budgets-");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Clients_of_several_containers_send_no_more_than_the_limit_together()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: Cancelled);
        await using var portal = Container(sandbox, options => options.RequestsPerMinute = 10);
        await using var job = Container(sandbox, options => (options.RequestsPerMinute, options.Priority) = (10, RequestPriority.Bulk));

        // One after the other, so that all answers have come before the tenth is asked for.
        for (var count = 0; count < 5; count++)
        {
            await portal.GetRequiredService<SieSmartClient>().Common.RateCards.GetAsync(cancellationToken: Cancelled);
        }

        for (var count = 0; count < 4; count++)
        {
            await job.GetRequiredService<SieSmartClient>().Common.RateCards.GetAsync(cancellationToken: Cancelled);
        }

        using var soon = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        soon.CancelAfter(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.GetRequiredService<SieSmartClient>().Common.RateCards.GetAsync(cancellationToken: soon.Token));
        Assert.Equal(9, sandbox.Requests.Count(request => request.Path == "/common/rate-cards"));
        Assert.Single(_directory.GetFiles("*.db"));
    }

    [Fact]
    public async Task A_budget_of_ones_own_beside_it_is_refused()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: Cancelled);
        using var own = new RequestBudget(1, TimeSpan.FromMinutes(1), queueLimit: 1);
        await using var services = Container(sandbox, options => options.Budget = own);

        var refusal = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<SieSmartClient>());

        Assert.Contains("Budget is set, and so is a shared budget.", refusal.Message, StringComparison.Ordinal);
    }

    private ServiceProvider Container(SandboxServer sandbox, Action<SieSmartClientOptions> configure) =>
        new ServiceCollection()
            .AddSieSmartClient(options =>
            {
                options.BaseAddress = sandbox.BaseAddress;
                options.TokenEndpoint = sandbox.TokenEndpoint;
                options.ClientId = sandbox.ClientId;
                options.ClientSecret = sandbox.ClientSecret;
                configure(options);
            })
            .UseMachineWideBudget(options => options.Directory = _directory.FullName)
            .Services.BuildServiceProvider();
}
