using Proposals;
using Proposals.Models;
using SieSmart.Pipeline;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime;
using SieSmart.Runtime.DirectJson;

namespace SieSmart.Client.Benchmarks.Variants;

/// <summary>The generated client as users have it, through the whole pipeline; only the rate limit is out of the way.</summary>
internal sealed class PipelineClient(Uri server) : IVariant
{
    private static readonly ETag Version = ETag.Parse("\"2026-03-02T09:08:07.123Z\"");

    private ProposalsClient One => field ??= Client(CannedTransport.Of(Bodies.Proposal));

    private ProposalsClient Many => field ??= Client(CannedTransport.Of(Bodies.Proposals));

    private ProposalsClient Conflict => field ??= Client(CannedTransport.Conflict());

    private ProposalsClient Nothing => field ??= Client(CannedTransport.Nothing());

    private ProposalsClient Server => field ??= Client(Network.CreateTransport(), server);

    private Proposal Written => field ??= Parsed();

    public Task GetAsync() => One.Proposals["4711"].GetAsync();

    public Task GetOverNetworkAsync() => Server.Proposals["4711"].GetAsync();

    public Task PutAsync() => One.Proposals["4711"].PutAsync(Written, Version);

    public Task ListAsync() => Many.Proposals.GetAsync();

    public async Task ConflictAsync()
    {
        try
        {
            await Conflict.Proposals["4711"].PutAsync(Written, Version).ConfigureAwait(false);
        }
        catch (PreconditionFailedException)
        {
            // That is the case.
        }
    }

    public Task DeleteAsync() => Nothing.Proposals["4711"].DeleteAsync(Version);

    public void Read() => Parsed();

    public void Write()
    {
        using var writer = new DirectJsonSerializationWriterFactory().GetSerializationWriter("application/json");
        writer.WriteObjectValue(key: null, Written);
        writer.GetSerializedContent().Dispose();
    }

    private static Proposal Parsed() => DirectJsonParseNodeFactory.CreateNode(Bodies.Proposal).GetObjectValue(Proposal.CreateFromDiscriminatorValue);

    private static ProposalsClient Client(HttpMessageHandler transport, Uri? server = null) => OpenApiClient.Create<ProposalsClient>(
        new OpenApiClientOptions
        {
            BaseAddress = server ?? new Uri("https://api.example.test"),
            Operations = ProposalsClientOperations.All,
            Authentication = new AuthenticationOptions { Bearer = _ => new ValueTask<string>("a-token-of-the-usual-length-0123456789") },
            Budget = new RequestBudget(10_000_000, TimeSpan.FromSeconds(1), queueLimit: 100),
        },
        transport);
}
