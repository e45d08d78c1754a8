using System;
using System.Threading.Tasks;
using SieSmart;
using SieSmart.Client;

namespace Consumers
{
    public static class Program
    {
        public static async Task Main()
        {
            var options = new SieSmartClientOptions
            {
                BaseAddress = new Uri(Setting("BaseAddress")),
                TokenEndpoint = new Uri(Setting("TokenEndpoint")),
                ClientId = Setting("ClientId"),
                ClientSecret = Setting("ClientSecret"),
            };
            using (var client = new SieSmartClient(options))
            {
                await Life.TellAsync(client, Console.Out);
            }
        }

        private static string Setting(string name) => Environment.GetEnvironmentVariable("SieSmart__" + name);
    }
}
