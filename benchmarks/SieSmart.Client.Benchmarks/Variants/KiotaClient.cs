using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Proposals;
using Proposals.Models;

namespace SieSmart.Client.Benchmarks.Variants;

/// <summary>The generated client on Kiota's own adapter, with one pair of JSON factories or the other.</summary>
internal sealed class KiotaClient(IParseNodeFactory reading, ISerializationWriterFactory writing, Func<byte[], IParseNode> node, Uri server) : IVariant
{
    private const string ETag = "\"2026-03-02T09:08:07.123Z\"";

    private readonly ProposalsClient _one = Client(CannedTransport.Of(Bodies.Proposal), reading, writing);
    private readonly ProposalsClient _many = Client(CannedTransport.Of(Bodies.Proposals), reading, writing);
    private readonly ProposalsClient _conflict = Client(CannedTransport.Conflict(), reading, writing);
    private readonly ProposalsClient _nothing = Client(CannedTransport.Nothing(), reading, writing);
    private readonly ProposalsClient _network = Client(Network.CreateTransport(), reading, writing, server);
    private readonly Proposal _proposal = node(Bodies.Proposal).GetObjectValue(Proposal.CreateFromDiscriminatorValue);

    public Task GetAsync() => _one.Proposals["4711"].GetAsync();

    public Task GetOverNetworkAsync() => _network.Proposals["4711"].GetAsync();

    public Task PutAsync() => _one.Proposals["4711"].PutAsync(_proposal, request => request.Headers.Add("If-Match", ETag));

    public async Task ConflictAsync()
    {
        try
        {
            await _conflict.Proposals["4711"].PutAsync(_proposal, request => request.Headers.Add("If-Match", ETag)).ConfigureAwait(false);
        }
        catch (ApiException)
        {
            // That is the case.
        }
    }

    public Task DeleteAsync() => _nothing.Proposals["4711"].DeleteAsync(request => request.Headers.Add("If-Match", ETag));

    public Task ListAsync() => _many.Proposals.GetAsync();

    public void Read() => node(Bodies.Proposal).GetObjectValue(Proposal.CreateFromDiscriminatorValue);

    public void Write()
    {
        using var writer = writing.GetSerializationWriter("application/json");
        writer.WriteObjectValue(key: null, _proposal);
        writer.GetSerializedContent().Dispose();
    }

    private static ProposalsClient Client(HttpMessageHandler transport, IParseNodeFactory reading, ISerializationWriterFactory writing, Uri? server = null) => new(
        new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), reading, writing, new HttpClient(transport)) { BaseUrl = server?.AbsoluteUri ?? "https://api.example.test" });
}
