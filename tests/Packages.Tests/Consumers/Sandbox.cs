using System.Net.Http.Json;
using System.Text.Json;

namespace Consumers;

/// <summary>The sandbox as programs find it whose client fetches no token by itself.</summary>
internal static class Sandbox
{
    public static async Task<string> FetchTokenAsync()
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync(Setting("TokenEndpoint"), new
        {
            grant_type = "client_credentials",
            audience = "https://api.siesmart.com/b2b",
            client_id = Setting("ClientId"),
            client_secret = Setting("ClientSecret"),
        });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    public static string Setting(string name) => Environment.GetEnvironmentVariable($"SieSmart__{name}")!;
}
