using System.Net;
using System.Text.Json;
using SieSmart.Sandbox.Tests.Fixtures;

namespace SieSmart.Sandbox.Tests.Overview;

/// <summary>The page at <c>/</c> as a program without a browser gets it.</summary>
public sealed class OverviewTests : IDisposable
{
    private static readonly string[] Actions = ["database-refresh", "token-revocation", "fault", "faults-removal", "webhook"];

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public static TheoryData<string> Posts => [.. Actions.Select(action => $"/sandbox/page/{action}"), "/sandbox/database-refresh", "/sandbox/token-revocation"];

    [Fact]
    public async Task Reads_without_a_script_and_loads_nothing_from_elsewhere()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateCompleteAsync();
        var written = await caller.PutCustomerAsync(created.ProposalId, created.ETag!);
        var refused = await caller.PutCustomerAsync(created.ProposalId, created.ETag!);
        var (page, headers) = await PageAsync(sandbox);

        foreach (var shown in new[] { sandbox.BaseAddress.ToString(), sandbox.TokenEndpoint.ToString(), sandbox.ClientId, sandbox.ClientSecret, "3 of 100 used", $"{created.ProposalId}", "Brook Ltd", "IF_MATCH_STALE", written.ETag!, refused.TraceId!, "openapi.yaml", "1.2.7" })
        {
            Assert.Contains(shown, page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page.Replace("https://api.siesmart.com/b2b", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; script-src 'nonce-", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain(caller.Token!, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_why_a_request_was_refused_for_the_limit_and_paths_that_nobody_knows()
    {
        await using var sandbox = await LocalSandbox.StartAsync(new() { RequestsPerWindow = 1 });
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        await caller.GetAsync("/common/offices");
        await caller.GetAsync("/common/offices");
        using (await _client.GetAsync(new Uri(sandbox.OverviewAddress, "/siesmart/v2/offices"), TestContext.Current.CancellationToken))
        {
        }

        var (page, _) = await PageAsync(sandbox);

        Assert.Contains("RATE_LIMIT_REACHED", page, StringComparison.Ordinal);
        Assert.Contains("1 of 1 used, the next one in", page, StringComparison.Ordinal);
        Assert.Contains("/siesmart/v2/offices", page, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.Requests, request => request.Path == "/siesmart/v2/offices");
    }

    [Fact]
    public async Task Shows_markup_in_a_value_as_text()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        await caller.CreateAsync("""{ "officeId": 1001, "label": "<script>taken()</script>", "customer": { "companyName": "\"><img>" } }""");

        var (page, _) = await PageAsync(sandbox);

        Assert.DoesNotContain("<script>taken", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;taken", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task Takes_nothing_that_a_page_of_another_site_sends(string path)
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(sandbox, path, request => request.Headers.Add("Origin", "https://elsewhere.example")));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(sandbox, path, request => request.Headers.Add("Origin", "null")));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(sandbox, path, request => request.Headers.Host = $"elsewhere.example:{sandbox.BaseAddress.Port}"));

        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync($"/proposals/{created.ProposalId}")).Status);
        Assert.Equal(0, sandbox.Faults.Count);
    }

    [Fact]
    public async Task Is_shown_under_no_name_that_somebody_else_lets_lead_here()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, sandbox.OverviewAddress);
        request.Headers.Host = $"elsewhere.example:{sandbox.BaseAddress.Port}";

        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain(sandbox.ClientSecret, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.Forbidden)]
    [InlineData(true, HttpStatusCode.Unauthorized)]
    public async Task The_API_has_no_other_name_than_this_machine_unless_it_listens_to_others(bool listensToOthers, HttpStatusCode expected)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { ListenOnAllInterfaces = listensToOthers }, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{sandbox.BaseAddress}/common/offices");
        request.Headers.Host = $"elsewhere.example:{sandbox.BaseAddress.Port}";

        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Serves_the_description_that_it_keeps_to_and_its_health()
    {
        await using var sandbox = await LocalSandbox.StartAsync();

        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "siesmart.openapi.yaml"), TestContext.Current.CancellationToken),
            await _client.GetStringAsync(new Uri(sandbox.OverviewAddress, "/openapi.yaml"), TestContext.Current.CancellationToken));
        var health = JsonDocument.Parse(await _client.GetStringAsync(new Uri(sandbox.OverviewAddress, "/health"), TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(("healthy", "1.2.7"), (health.GetProperty("status").GetString(), health.GetProperty("description").GetString()));
    }

    public void Dispose() => _client.Dispose();

    private async Task<(string Page, IReadOnlyDictionary<string, string> Headers)> PageAsync(SandboxServer sandbox)
    {
        using var answer = await _client.GetAsync(sandbox.OverviewAddress, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            answer.Headers.NonValidated.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
    }

    private async Task<HttpStatusCode> PostAsync(SandboxServer sandbox, string path, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(sandbox.OverviewAddress, path))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["fault"] = "503", ["times"] = "1", ["address"] = "http://127.0.0.1:9/" }),
        };
        change(request);
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
