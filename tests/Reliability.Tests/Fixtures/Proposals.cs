using SieSmart;
using SieSmart.Models;
using SieSmart.Runtime;

namespace Reliability.Tests.Fixtures;

/// <summary>Proposals to test with.</summary>
internal static class Proposals
{
    /// <summary>A field of customers that the description doesn't know, and the sandbox keeps.</summary>
    public const string NameField = "tradeName";

    /// <summary>A proposal that can be submitted.</summary>
    public static async Task<Versioned<Proposal>> CreateAsync(SieSmartClient client, CancellationToken cancellationToken)
    {
        var offices = await client.Common.Offices.GetAsync(cancellationToken: cancellationToken);
        return await client.Proposals.Proposal.PostAsync(
            new ProposalCreate
            {
                OfficeId = offices![0].Id,
                Customer = CustomerNamed("Brook Ltd"),
                Assets = [new Asset { IacCode = "ITE2201" }],
                Calculation = new Calculation { AdditionalData = { ["financedAmount"] = 20_000, ["termInMonths"] = 36 } },
            },
            cancellationToken: cancellationToken);
    }

    /// <summary>A proposal that a decision was made on, read last: its connection is the one that is used next.</summary>
    public static async Task<Versioned<Proposal>> CreateDecidedAsync(SieSmartClient client, CancellationToken cancellationToken)
    {
        var created = await CreateAsync(client, cancellationToken);
        var builder = client.Proposals[IdOf(created)];
        await builder.Decision.PostAsync(new DecisionRequest(), created.ETag, cancellationToken: cancellationToken);
        return await builder.GetAsync(cancellationToken: cancellationToken);
    }

    public static Customer CustomerNamed(string name) => new() { AdditionalData = { [NameField] = name } };

    public static long IdOf(Versioned<Proposal> proposal) => proposal.Value.ProposalId!.Value;
}
