using System.Security.Cryptography;
using SieSmart;
using SieSmart.Client;
using SieSmart.Models;
using SieSmart.Sandbox;
using WebhookReceiver.Registering;

// The parts of a proposal have inferred fields: fine for a sandbox.
#pragma warning disable SIE9001

namespace WebhookReceiver.Demonstrating;

/// <summary>A sandbox in this process, and a made-up proposal in it that is decided upon.</summary>
internal sealed class Demonstration(SieSmartClient client, WatchedProposals watched, Registration registration) : BackgroundService
{
    private const int Office = 1001;
    private const int Price = 900;

    public static async Task<SandboxServer> AddToAsync(WebApplicationBuilder builder)
    {
        var sandbox = await SandboxServer.StartAsync();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHostedService<Demonstration>();
        builder.Services.Configure<WebhookOptions>(options => options.ApiKey = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        builder.Services.Configure<SieSmartClientOptions>(options =>
        {
            options.BaseAddress = sandbox.BaseAddress;
            options.TokenEndpoint = sandbox.TokenEndpoint;
            options.ClientId = sandbox.ClientId;
            options.ClientSecret = sandbox.ClientSecret;
        });
        return sandbox;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await registration.Done.WaitAsync(stoppingToken);
        var proposal = await client.CreateProposalAsync(
            new ProposalCreate
            {
                OfficeId = Office,
                Customer = new Customer { CompanyName = "Example Ltd" },
                Assets = [new Asset { IacCode = "ITE2201", Quantity = 1, UnitPrice = Price }],
                Calculation = new Calculation { TermInMonths = 12, FinancedAmount = Price },
            },
            stoppingToken);
        await watched.SubscribeAsync(proposal.Id.Value, stoppingToken);
        await proposal.SubmitForDecisionAsync(new DecisionRequest { Prelease = false }, stoppingToken);
    }
}
