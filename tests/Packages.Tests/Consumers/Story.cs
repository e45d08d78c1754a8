using System.Threading;
using System.Threading.Tasks;
using SieSmart;
using SieSmart.Models;
using SieSmart.Runtime;

namespace Consumers
{
    /// <summary>A proposal that somebody else changes first. In the C# that a netstandard2.0 project has by default.</summary>
    public static class Story
    {
        public static async Task<string> TellAsync(SieSmartClient client, CancellationToken cancellationToken = default)
        {
            var offices = await client.Common.Offices.GetAsync(cancellationToken: cancellationToken);
            var draft = new ProposalCreate { OfficeId = offices[0].Id };
            var (created, _) = await client.Proposals.Proposal.PostAsync(draft, cancellationToken: cancellationToken);
            var proposal = client.Proposals[created.ProposalId.Value];
            var (_, etag) = await proposal.GetAsync(cancellationToken: cancellationToken);
            var written = await proposal.Customer.PutAsync(new Customer(), etag, cancellationToken: cancellationToken);
            try
            {
                await SendAsync(proposal, etag, cancellationToken);
                return "a stale ETag was accepted";
            }
            catch (PreconditionFailedException conflict) when (conflict.SentETag == etag)
            {
                return written.HasETag && written.ETag == etag ? "the version did not change" : "written, then refused";
            }
        }

        private static Task SendAsync(SieSmart.Proposals.Item.ProposalItemRequestBuilder proposal, ETag etag, CancellationToken cancellationToken) =>
            proposal.Customer.PutAsync(new Customer(), etag, cancellationToken: cancellationToken);
    }
}
