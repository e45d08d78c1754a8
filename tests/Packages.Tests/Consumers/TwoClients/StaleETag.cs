using Proposing;
using Proposing.Models;

namespace Consumers;

internal static class StaleETag
{
    public static async Task WriteTwiceAsync(ProposalsClient client)
    {
        var (_, etag) = await client.Proposals[1].GetAsync();
        await client.Proposals[1].Customer.PutAsync(new Customer(), etag);
        await client.Proposals[1].Customer.PutAsync(new Customer { CompanyName = "Example" }, etag);
    }
}
