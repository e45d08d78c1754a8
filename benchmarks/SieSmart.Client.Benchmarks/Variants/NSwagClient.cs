using System.Text.Json;
using ByNSwag;

namespace SieSmart.Client.Benchmarks.Variants;

/// <summary>What NSwag makes of the same document, with System.Text.Json.</summary>
internal sealed class NSwagClient(Uri server) : IVariant
{
    private const string ETag = "\"2026-03-02T09:08:07.123Z\"";

    private static readonly JsonSerializerOptions Json = new();

    private readonly ProposalsByNSwag _one = Client(CannedTransport.Of(Bodies.Proposal));
    private readonly ProposalsByNSwag _many = Client(CannedTransport.Of(Bodies.Proposals));
    private readonly ProposalsByNSwag _conflict = Client(CannedTransport.Conflict());
    private readonly ProposalsByNSwag _nothing = Client(CannedTransport.Nothing());
    private readonly ProposalsByNSwag _network = Client(Network.CreateTransport(), server);
    private readonly Proposal _proposal = JsonSerializer.Deserialize<Proposal>(Bodies.Proposal, Json)!;

    public Task GetAsync() => _one.ProposalsGetAsync("4711");

    public Task GetOverNetworkAsync() => _network.ProposalsGetAsync("4711");

    public Task PutAsync() => _one.ProposalsPutAsync(ETag, _proposal, "4711");

    public Task ListAsync() => _many.ProposalsGetAsync();

    public async Task ConflictAsync()
    {
        try
        {
            await _conflict.ProposalsPutAsync(ETag, _proposal, "4711").ConfigureAwait(false);
        }
        catch (ApiException)
        {
            // That is the case.
        }
    }

    public Task DeleteAsync() => _nothing.ProposalsDeleteAsync(ETag, "4711");

    public void Read() => JsonSerializer.Deserialize<Proposal>(Bodies.Proposal, Json);

    public void Write() => JsonSerializer.SerializeToUtf8Bytes(_proposal, Json);

    private static ProposalsByNSwag Client(HttpMessageHandler transport, Uri? server = null) =>
        new(new HttpClient(transport) { BaseAddress = server ?? new Uri("https://api.example.test") });
}
