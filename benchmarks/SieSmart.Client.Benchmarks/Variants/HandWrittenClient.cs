using System.Net.Http.Headers;
using System.Text.Json;
using SieSmart.Client.Benchmarks.HandWritten;

namespace SieSmart.Client.Benchmarks.Variants;

/// <summary>HttpClient and System.Text.Json's source generation, written by hand with care: the measure of all others.</summary>
internal sealed class HandWrittenClient : IVariant, IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _one = new(new CannedTransport(Bodies.Proposal)) { BaseAddress = new Uri("https://api.example.test") };
    private readonly HttpClient _many = new(new CannedTransport(Bodies.Proposals)) { BaseAddress = new Uri("https://api.example.test") };
    private readonly Proposal _proposal = JsonSerializer.Deserialize(Bodies.Proposal, HandWrittenJson.Default.Proposal)!;

    public async Task GetAsync()
    {
        using var response = await _one.GetAsync("/proposals/4711", HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        await ReadAsync(response).ConfigureAwait(false);
    }

    public async Task PutAsync()
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(_proposal, HandWrittenJson.Default.Proposal));
        content.Headers.ContentType = Json;
        using var request = new HttpRequestMessage(HttpMethod.Put, "/proposals/4711") { Content = content };
        using var response = await _one.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
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
    }

    private static async Task ReadAsync(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        await JsonSerializer.DeserializeAsync(stream, HandWrittenJson.Default.Proposal).ConfigureAwait(false);
    }
}
