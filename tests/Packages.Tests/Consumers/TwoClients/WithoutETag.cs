using Proposing;
using Proposing.Models;

namespace Consumers;

internal static class WithoutETag
{
    public static Task WriteAsync(ProposalsClient client) => client.Proposals[1].Customer.PutAsync(new Customer());
}
