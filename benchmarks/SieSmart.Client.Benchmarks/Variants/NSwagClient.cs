using System.Text.Json;
using ByNSwag;

namespace SieSmart.Client.Benchmarks.Variants;

/// <summary>What NSwag makes of the same document, with System.Text.Json.</summary>
internal sealed class NSwagClient(Uri server) : IVariant
{
    private const string ETag = "\"2026-03-02T09:08:07.123Z\"";

    private static readonly JsonSerializerOptions Json = new();

    private ProposalsByNSwag One => field ??= Client(CannedTransport.Of(Bodies.Proposal));

    private ProposalsByNSwag Many => field ??= Client(CannedTransport.Of(Bodies.Proposals));

    private ProposalsByNSwag Conflict => field ??= Client(CannedTransport.Conflict());

    private ProposalsByNSwag Nothing => field ??= Client(CannedTransport.Nothing());

    private ProposalsByNSwag Server => field ??= Client(Network.CreateTransport(), server);

    private Proposal Written => field ??= JsonSerializer.Deserialize<Proposal>(Bodies.Proposal, Json)!;

    public Task GetAsync() => One.ProposalsGetAsync("4711");

    public Task GetOverNetworkAsync() => Server.ProposalsGetAsync("4711");

    public Task PutAsync() => One.ProposalsPutAsync(ETag, Written, "4711");

    public Task ListAsync() => Many.ProposalsGetAsync();

    public async Task ConflictAsync()
    {
        try
        {
            await Conflict.ProposalsPutAsync(ETag, Written, "4711").ConfigureAwait(false);
        }
        catch (ApiException)
        {
            // That is the case.
        }
    }

    public Task DeleteAsync() => Nothing.ProposalsDeleteAsync(ETag, "4711");

    public void Read() => JsonSerializer.Deserialize<Proposal>(Bodies.Proposal, Json);

    public void Write() => JsonSerializer.SerializeToUtf8Bytes(Written, Json);

    private static ProposalsByNSwag Client(HttpMessageHandler transport, Uri? server = null) =>
        new(new HttpClient(transport) { BaseAddress = server ?? new Uri("https://api.example.test") });
}
