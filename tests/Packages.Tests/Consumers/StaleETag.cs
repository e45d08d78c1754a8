using System.Threading.Tasks;
using SieSmart;
using SieSmart.Models;

namespace Consumers
{
    internal static class StaleETag
    {
        public static async Task WriteTwiceAsync(SieSmartClient client)
        {
            var (_, etag) = await client.Proposals[1].GetAsync();
            var first = await client.Proposals[1].Customer.PutAsync(new Customer(), etag);
            var second = await client.Proposals[1].Customer.PutAsync(first.Value.Customer, etag);
            System.Console.WriteLine(second.ETag);
        }
    }
}
