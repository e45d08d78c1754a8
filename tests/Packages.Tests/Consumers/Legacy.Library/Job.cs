using System;
using System.Threading.Tasks;
using SieSmart;
using SieSmart.Client;

namespace Consumers
{
    public static class Job
    {
        public static async Task<string> RunAsync()
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
                return await Story.TellAsync(client);
            }
        }

        private static string Setting(string name) => Environment.GetEnvironmentVariable("SieSmart__" + name);
    }
}
