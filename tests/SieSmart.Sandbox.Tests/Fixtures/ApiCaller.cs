using System.Text;
using System.Text.Json.Nodes;

namespace SieSmart.Sandbox.Tests.Fixtures;

/// <summary>Calls a sandbox over its socket, as any HTTP client would.</summary>
internal sealed class ApiCaller(SandboxServer sandbox, HttpMessageHandler? handler = null) : IDisposable
{
    private readonly HttpClient _client = new(handler ?? new SocketsHttpHandler());

    public string? Token { get; set; }

    public static async Task<ApiCaller> ConnectAsync(SandboxServer sandbox, HttpMessageHandler? handler = null)
    {
        var caller = new ApiCaller(sandbox, handler);
        caller.Token = (await caller.RequestTokenAsync()).Text("access_token");
        return caller;
    }

    public Task<Answer> RequestTokenAsync(
        string? clientId = null,
        string? clientSecret = null,
        string audience = SandboxOptions.Audience,
        string grantType = "client_credentials")
        => SendAsync(new HttpRequestMessage(HttpMethod.Post, sandbox.TokenEndpoint)
        {
            Content = JsonBody(new JsonObject
            {
                ["grant_type"] = grantType,
                ["audience"] = audience,
                ["client_id"] = clientId ?? sandbox.ClientId,
                ["client_secret"] = clientSecret ?? sandbox.ClientSecret,
            }),
        });

    public Task<Answer> GetAsync(string path) => SendAsync("GET", path);

    public Task<Answer> CreateAsync(string body = """{ "officeId": 1001 }""")
        => SendAsync("POST", "/proposals/proposal", body);

    /// <summary>Creates a proposal that may be submitted.</summary>
    public Task<Answer> CreateCompleteAsync(decimal financedAmount = 20_000m) => CreateAsync($$"""
        {
          "officeId": 1001,
          "customer": { "companyName": "Brook Ltd" },
          "assets": [ { "iacCode": "ITE2201", "quantity": 2, "unitPrice": 500 } ],
          "calculation": { "financedAmount": {{financedAmount}}, "termInMonths": 36 }
        }
        """);

    public Task<Answer> PutCustomerAsync(long proposalId, params IEnumerable<string> ifMatch)
        => SendAsync("PUT", $"/proposals/{proposalId}/customer", """{ "companyName": "Brook Ltd" }""", ifMatch);

    public async Task<Answer> SubmitAsync(Answer proposal, string body = "{}")
        => await SendAsync("POST", $"/proposals/{proposal.ProposalId}/decision", body, proposal.ETag!);

    public Task<Answer> SendAsync(string method, string path, string? body = null, params IEnumerable<string> ifMatch)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), sandbox.BaseAddress + path);
        foreach (var value in ifMatch)
        {
            request.Headers.TryAddWithoutValidation("If-Match", value);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        return SendAsync(request);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (Token is not null && request.RequestUri != sandbox.TokenEndpoint)
            {
                request.Headers.Authorization = new("Bearer", Token);
            }

            var cancellationToken = TestContext.Current.CancellationToken;
            using var response = await _client.SendAsync(request, cancellationToken);
            return await Answer.ReadAsync(response, cancellationToken);
        }
    }

    public void Dispose() => _client.Dispose();

    private static StringContent JsonBody(JsonObject json) => new(json.ToJsonString(), Encoding.UTF8, "application/json");
}
