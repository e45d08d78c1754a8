using System.Threading.Tasks;
using SieSmart;
using SieSmart.Models;

namespace Consumers
{
    internal static class WithoutETag
    {
        public static Task WriteAsync(SieSmartClient client) => client.Proposals[1].Customer.PutAsync(new Customer());
    }
}
