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

    private ProposalsClient One => field ??= Client(CannedTransport.Of(Bodies.Proposal), reading, writing);

    private ProposalsClient Many => field ??= Client(CannedTransport.Of(Bodies.Proposals), reading, writing);

    private ProposalsClient Conflict => field ??= Client(CannedTransport.Conflict(), reading, writing);

    private ProposalsClient Nothing => field ??= Client(CannedTransport.Nothing(), reading, writing);

    private ProposalsClient Server => field ??= Client(Network.CreateTransport(), reading, writing, server);

    private Proposal Written => field ??= node(Bodies.Proposal).GetObjectValue(Proposal.CreateFromDiscriminatorValue);

    public Task GetAsync() => One.Proposals["4711"].GetAsync();

    public Task GetOverNetworkAsync() => Server.Proposals["4711"].GetAsync();

    public Task PutAsync() => One.Proposals["4711"].PutAsync(Written, request => request.Headers.Add("If-Match", ETag));

    public async Task ConflictAsync()
    {
        try
        {
            await Conflict.Proposals["4711"].PutAsync(Written, request => request.Headers.Add("If-Match", ETag)).ConfigureAwait(false);
        }
        catch (ApiException)
        {
            // That is the case.
        }
    }

    public Task DeleteAsync() => Nothing.Proposals["4711"].DeleteAsync(request => request.Headers.Add("If-Match", ETag));

    public Task ListAsync() => Many.Proposals.GetAsync();

    public void Read() => node(Bodies.Proposal).GetObjectValue(Proposal.CreateFromDiscriminatorValue);

    public void Write()
    {
        using var writer = writing.GetSerializationWriter("application/json");
        writer.WriteObjectValue(key: null, Written);
        writer.GetSerializedContent().Dispose();
    }

    private static ProposalsClient Client(HttpMessageHandler transport, IParseNodeFactory reading, ISerializationWriterFactory writing, Uri? server = null) => new(
        new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), reading, writing, new HttpClient(transport)) { BaseUrl = server?.AbsoluteUri ?? "https://api.example.test" });
}
