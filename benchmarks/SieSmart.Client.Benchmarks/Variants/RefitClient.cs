using System.Text.Json;
using Refit;
using SieSmart.Client.Benchmarks.HandWritten;

namespace SieSmart.Client.Benchmarks.Variants;

/// <summary>Refit, with the models that were written by hand and their generated JSON.</summary>
internal sealed class RefitClient(Uri server) : IVariant
{
    private const string ETag = "\"2026-03-02T09:08:07.123Z\"";

    private static readonly RefitSettings Settings = new(new SystemTextJsonContentSerializer(HandWrittenJson.Default.Options));

    private readonly IProposalsOfRefit _one = Client(CannedTransport.Of(Bodies.Proposal));
    private readonly IProposalsOfRefit _many = Client(CannedTransport.Of(Bodies.Proposals));
    private readonly IProposalsOfRefit _conflict = Client(CannedTransport.Conflict());
    private readonly IProposalsOfRefit _nothing = Client(CannedTransport.Nothing());
    private readonly IProposalsOfRefit _network = Client(Network.CreateTransport(), server);
    private readonly Proposal _proposal = JsonSerializer.Deserialize(Bodies.Proposal, HandWrittenJson.Default.Proposal)!;

    public Task GetAsync() => _one.GetAsync("4711");

    public Task GetOverNetworkAsync() => _network.GetAsync("4711");

    public Task PutAsync() => _one.PutAsync("4711", _proposal, ETag);

    public Task ListAsync() => _many.ListAsync();

    public async Task ConflictAsync()
    {
        try
        {
            await _conflict.PutAsync("4711", _proposal, ETag).ConfigureAwait(false);
        }
        catch (ApiException exception)
        {
            await exception.GetContentAsAsync<Problem>().ConfigureAwait(false);
        }
    }

    public Task DeleteAsync() => _nothing.DeleteAsync("4711", ETag);

    public void Read() => JsonSerializer.Deserialize(Bodies.Proposal, HandWrittenJson.Default.Proposal);

    public void Write() => JsonSerializer.SerializeToUtf8Bytes(_proposal, HandWrittenJson.Default.Proposal);

    private static IProposalsOfRefit Client(HttpMessageHandler transport, Uri? server = null) =>
        RestService.For<IProposalsOfRefit>(new HttpClient(transport) { BaseAddress = server ?? new Uri("https://api.example.test") }, Settings);
}
