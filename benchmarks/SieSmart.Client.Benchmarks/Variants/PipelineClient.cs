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

    private readonly ProposalsClient _one = Client(CannedTransport.Of(Bodies.Proposal));
    private readonly ProposalsClient _many = Client(CannedTransport.Of(Bodies.Proposals));
    private readonly ProposalsClient _conflict = Client(CannedTransport.Conflict());
    private readonly ProposalsClient _nothing = Client(CannedTransport.Nothing());
    private readonly ProposalsClient _network = Client(Network.CreateTransport(), server);
    private readonly Proposal _proposal = Parsed();

    public Task GetAsync() => _one.Proposals["4711"].GetAsync();

    public Task GetOverNetworkAsync() => _network.Proposals["4711"].GetAsync();

    public Task PutAsync() => _one.Proposals["4711"].PutAsync(_proposal, Version);

    public Task ListAsync() => _many.Proposals.GetAsync();

    public async Task ConflictAsync()
    {
        try
        {
            await _conflict.Proposals["4711"].PutAsync(_proposal, Version).ConfigureAwait(false);
        }
        catch (PreconditionFailedException)
        {
            // That is the case.
        }
    }

    public Task DeleteAsync() => _nothing.Proposals["4711"].DeleteAsync(Version);

    public void Read() => Parsed();

    public void Write()
    {
        using var writer = new DirectJsonSerializationWriterFactory().GetSerializationWriter("application/json");
        writer.WriteObjectValue(key: null, _proposal);
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
