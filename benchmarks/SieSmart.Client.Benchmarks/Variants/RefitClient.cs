using System.Text.Json;
using Refit;
using SieSmart.Client.Benchmarks.HandWritten;

namespace SieSmart.Client.Benchmarks.Variants;

/// <summary>Refit, with the models that were written by hand and their generated JSON.</summary>
internal sealed class RefitClient(Uri server) : IVariant
{
    private const string ETag = "\"2026-03-02T09:08:07.123Z\"";

    private static readonly RefitSettings Settings = new(new SystemTextJsonContentSerializer(HandWrittenJson.Default.Options));

    private IProposalsOfRefit One => field ??= Client(CannedTransport.Of(Bodies.Proposal));

    private IProposalsOfRefit Many => field ??= Client(CannedTransport.Of(Bodies.Proposals));

    private IProposalsOfRefit Conflict => field ??= Client(CannedTransport.Conflict());

    private IProposalsOfRefit Nothing => field ??= Client(CannedTransport.Nothing());

    private IProposalsOfRefit Server => field ??= Client(Network.CreateTransport(), server);

    private Proposal Written => field ??= JsonSerializer.Deserialize(Bodies.Proposal, HandWrittenJson.Default.Proposal)!;

    public Task GetAsync() => One.GetAsync("4711");

    public Task GetOverNetworkAsync() => Server.GetAsync("4711");

    public Task PutAsync() => One.PutAsync("4711", Written, ETag);

    public Task ListAsync() => Many.ListAsync();

    public async Task ConflictAsync()
    {
        try
        {
            await Conflict.PutAsync("4711", Written, ETag).ConfigureAwait(false);
        }
        catch (ApiException exception)
        {
            await exception.GetContentAsAsync<Problem>().ConfigureAwait(false);
        }
    }

    public Task DeleteAsync() => Nothing.DeleteAsync("4711", ETag);

    public void Read() => JsonSerializer.Deserialize(Bodies.Proposal, HandWrittenJson.Default.Proposal);

    public void Write() => JsonSerializer.SerializeToUtf8Bytes(Written, HandWrittenJson.Default.Proposal);

    private static IProposalsOfRefit Client(HttpMessageHandler transport, Uri? server = null) =>
        RestService.For<IProposalsOfRefit>(new HttpClient(transport) { BaseAddress = server ?? new Uri("https://api.example.test") }, Settings);
}
