using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SieSmart.Client.Benchmarks.HandWritten;

namespace SieSmart.Client.Benchmarks.Variants;

/// <summary>HttpClient and System.Text.Json's source generation, written by hand with care: the measure of all others.</summary>
internal sealed class HandWrittenClient(Uri server) : IVariant, IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private const string ETag = "\"2026-03-02T09:08:07.123Z\"";

    private readonly HttpClient _one = Client(CannedTransport.Of(Bodies.Proposal));
    private readonly HttpClient _many = Client(CannedTransport.Of(Bodies.Proposals));
    private readonly HttpClient _conflict = Client(CannedTransport.Conflict());
    private readonly HttpClient _nothing = Client(CannedTransport.Nothing());
    private readonly HttpClient _network = new(Network.CreateTransport()) { BaseAddress = server };
    private readonly Proposal _proposal = JsonSerializer.Deserialize(Bodies.Proposal, HandWrittenJson.Default.Proposal)!;

    public Task GetAsync() => GetAsync(_one);

    public Task GetOverNetworkAsync() => GetAsync(_network);

    private static async Task GetAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/proposals/4711", HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        await ReadAsync(response).ConfigureAwait(false);
    }

    public Task PutAsync() => PutAsync(_one);

    public async Task ConflictAsync()
    {
        try
        {
            await PutAsync(_conflict).ConfigureAwait(false);
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
        using var response = await _nothing.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
    }

    private async Task PutAsync(HttpClient client)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(_proposal, HandWrittenJson.Default.Proposal));
        content.Headers.ContentType = Json;
        using var request = new HttpRequestMessage(HttpMethod.Put, "/proposals/4711") { Content = content };
        request.Headers.TryAddWithoutValidation("If-Match", ETag);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        await ReadAsync(response).ConfigureAwait(false);
    }

    public async Task ListAsync()
    {
        using var response = await _many.GetAsync("/proposals", HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        await JsonSerializer.DeserializeAsync(stream, HandWrittenJson.Default.ListProposal).ConfigureAwait(false);
    }

    public void Read() => JsonSerializer.Deserialize(Bodies.Proposal, HandWrittenJson.Default.Proposal);

    public void Write() => JsonSerializer.SerializeToUtf8Bytes(_proposal, HandWrittenJson.Default.Proposal);

    public void Dispose()
    {
        _one.Dispose();
        _many.Dispose();
        _conflict.Dispose();
        _nothing.Dispose();
        _network.Dispose();
    }

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
