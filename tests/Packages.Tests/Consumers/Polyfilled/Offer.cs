using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks;
using Proposing;
using Proposing.Models;
using SieSmart.Runtime;

namespace Consumers;

/// <summary>In C# that netstandard2.0 has no types for: PolySharp brings them, but for those that the clients bring.</summary>
public sealed record Offer(string Company)
{
    public required int Office { get; init; }

    [Experimental("OFFER1")]
    public string? Reference { get; init; }

    public Task SendAsync(ProposalsClient client, ETag etag) =>
        client.Proposals[1].Customer.PutAsync(new Customer { CompanyName = Company }, etag);
}
