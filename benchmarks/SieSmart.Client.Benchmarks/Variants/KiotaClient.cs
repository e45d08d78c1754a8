using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Proposals;
using Proposals.Models;

namespace SieSmart.Client.Benchmarks.Variants;

/// <summary>The generated client on Kiota's own adapter, with one pair of JSON factories or the other.</summary>
internal sealed class KiotaClient(IParseNodeFactory reading, ISerializationWriterFactory writing, Func<byte[], IParseNode> node) : IVariant
{
    private readonly ProposalsClient _one = Client(Bodies.Proposal, reading, writing);
    private readonly ProposalsClient _many = Client(Bodies.Proposals, reading, writing);
    private readonly Proposal _proposal = node(Bodies.Proposal).GetObjectValue(Proposal.CreateFromDiscriminatorValue);

    public Task GetAsync() => _one.Proposals["4711"].GetAsync();

    public Task PutAsync() => _one.Proposals["4711"].PutAsync(_proposal);

    public Task ListAsync() => _many.Proposals.GetAsync();

    public void Read() => node(Bodies.Proposal).GetObjectValue(Proposal.CreateFromDiscriminatorValue);

    public void Write()
    {
        using var writer = writing.GetSerializationWriter("application/json");
        writer.WriteObjectValue(key: null, _proposal);
        writer.GetSerializedContent().Dispose();
    }

    private static ProposalsClient Client(byte[] body, IParseNodeFactory reading, ISerializationWriterFactory writing) => new(
        new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), reading, writing, new HttpClient(new CannedTransport(body))) { BaseUrl = "https://api.example.test" });
}
