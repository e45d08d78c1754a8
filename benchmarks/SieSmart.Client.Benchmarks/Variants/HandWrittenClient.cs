using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SieSmart.Client.Benchmarks.HandWritten;

namespace SieSmart.Client.Benchmarks.Variants;

/// <summary>HttpClient and System.Text.Json's source generation, written by hand with care: the measure of all others.</summary>
internal sealed class HandWrittenClient(Uri server) : IVariant
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private const string ETag = "\"2026-03-02T09:08:07.123Z\"";

    private HttpClient One => field ??= Client(CannedTransport.Of(Bodies.Proposal));

    private HttpClient Many => field ??= Client(CannedTransport.Of(Bodies.Proposals));

    private HttpClient Conflict => field ??= Client(CannedTransport.Conflict());

    private HttpClient Nothing => field ??= Client(CannedTransport.Nothing());

    private HttpClient Server => field ??= new(Network.CreateTransport()) { BaseAddress = server };

    private Proposal Written => field ??= JsonSerializer.Deserialize(Bodies.Proposal, HandWrittenJson.Default.Proposal)!;

    public Task GetAsync() => GetAsync(One);

    public Task GetOverNetworkAsync() => GetAsync(Server);

    private static async Task GetAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/proposals/4711", HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        await ReadAsync(response).ConfigureAwait(false);
    }

    public Task PutAsync() => PutAsync(One);

    public async Task ConflictAsync()
    {
        try
        {
            await PutAsync(Conflict).ConfigureAwait(false);
        }
        catch (ConflictException)
        {
            // That is the case.
        }
    }

    public async Task DeleteAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/proposals/4711");
        request.Headers.TryAddWithoutValidation("If-Match", ETag);
        using var response = await Nothing.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
    }

    private async Task PutAsync(HttpClient client)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(Written, HandWrittenJson.Default.Proposal));
        content.Headers.ContentType = Json;
        using var request = new HttpRequestMessage(HttpMethod.Put, "/proposals/4711") { Content = content };
        request.Headers.TryAddWithoutValidation("If-Match", ETag);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        await ReadAsync(response).ConfigureAwait(false);
    }

    public async Task ListAsync()
    {
        using var response = await Many.GetAsync("/proposals", HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        await JsonSerializer.DeserializeAsync(stream, HandWrittenJson.Default.ListProposal).ConfigureAwait(false);
    }

    public void Read() => JsonSerializer.Deserialize(Bodies.Proposal, HandWrittenJson.Default.Proposal);

    public void Write() => JsonSerializer.SerializeToUtf8Bytes(Written, HandWrittenJson.Default.Proposal);

    private static HttpClient Client(CannedTransport transport) => new(transport) { BaseAddress = new Uri("https://api.example.test") };

    private static async Task ReadAsync(HttpResponseMessage response)
    {
        if (response.StatusCode == HttpStatusCode.PreconditionFailed)
        {
            var body = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            throw new ConflictException(await JsonSerializer.DeserializeAsync(body, HandWrittenJson.Default.Problem).ConfigureAwait(false));
        }

        response.EnsureSuccessStatusCode();
        var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        await JsonSerializer.DeserializeAsync(stream, HandWrittenJson.Default.Proposal).ConfigureAwait(false);
    }
}
