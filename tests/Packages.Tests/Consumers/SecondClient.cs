using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Proposing;
using Proposing.Models;
using SieSmart.Runtime;

namespace Consumers;

/// <summary>The client of another document, beside that of SieSmart.</summary>
internal static class SecondClient
{
    public static async Task TellAsync(ProposalsClient client, int? officeId)
    {
        var (created, etag) = await client.Proposals.Proposal.PostAsync(new NewProposal { OfficeId = officeId });
        var customer = client.Proposals[created.ProposalId!.Value].Customer;
        await customer.PutAsync(new Customer { CompanyName = "Example Logistics Ltd" }, etag);
        try
        {
            await WriteAgainAsync(etag);
            Console.WriteLine("another document: a stale ETag was accepted");
        }
        catch (PreconditionFailedException)
        {
            Console.WriteLine("another document: written, then refused");
        }

        Task WriteAgainAsync(ETag seen) => customer.PutAsync(new Customer(), seen);
    }

    /// <summary>The look into Kiota's private fields, which trimming must leave there.</summary>
    public static void BeRefusedWithoutPipeline()
    {
        try
        {
            _ = new ProposalsClient(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()));
            Console.WriteLine("without pipeline: taken");
        }
        catch (Exception exception)
        {
            Console.WriteLine($"without pipeline: {exception.GetType().Name}");
        }
    }
}
