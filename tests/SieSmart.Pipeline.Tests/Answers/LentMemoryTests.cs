using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Proposals;
using Proposals.Models;
using SieSmart.Client.Benchmarks;

namespace SieSmart.Pipeline.Tests.Answers;

/// <summary>An answer lies in memory that the next call may get. Nobody may see another call's answer there.</summary>
public sealed class LentMemoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refuses_a_node_that_is_read_after_its_call()
    {
        using var adapter = AdapterOf(Bodies.Proposal);
        IParseNode? kept = null;

        await adapter.SendAsync(Request(), node => { kept = node; return new Proposal(); }, cancellationToken: Token);

        Assert.Throws<ObjectDisposedException>(() => kept!.GetObjectValue(Proposal.CreateFromDiscriminatorValue));
    }

    [Fact]
    public async Task Leaves_a_stream_to_whoever_got_it()
    {
        using var adapter = AdapterOf(Bodies.Proposal);

        using var stream = await adapter.SendPrimitiveAsync<Stream>(Request(), cancellationToken: Token);
        await adapter.SendAsync(Request(), Proposal.CreateFromDiscriminatorValue, cancellationToken: Token);

        Assert.Equal(Bodies.Proposal, await BytesOf(stream!));
    }

    [Fact]
    public async Task Leaves_an_answer_to_a_handler_of_the_callers()
    {
        using var adapter = AdapterOf(Bodies.Proposal);
        var handler = new KeepingHandler();
        var request = Request();
        request.SetResponseHandler(handler);

        await adapter.SendAsync(request, Proposal.CreateFromDiscriminatorValue, cancellationToken: Token);
        await adapter.SendAsync(Request(), Proposal.CreateFromDiscriminatorValue, cancellationToken: Token);

        using var response = Assert.IsType<HttpResponseMessage>(handler.Kept);
        Assert.Equal(Bodies.Proposal, await response.Content.ReadAsByteArrayAsync(Token));
    }

    private static RequestInformation Request() => new(Method.GET, "{+baseurl}/proposals/{id}", new Dictionary<string, object>(StringComparer.Ordinal) { ["id"] = "4711" });

    private static PipelineRequestAdapter AdapterOf(byte[] body)
    {
        var adapter = OpenApiClient.CreateAdapter(
            "Proposals",
            new OpenApiClientOptions
            {
                BaseAddress = new Uri("https://api.example.test"),
                Authentication = new AuthenticationOptions { Bearer = _ => new ValueTask<string>("a-token") },
            },
            CannedTransport.Of(body));

        // It tells Kiota's registries who reads JSON, as the first client of a program does.
        _ = new ProposalsClient(adapter);
        return adapter;
    }

    private static async Task<byte[]> BytesOf(Stream stream)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, Token);
        return bytes.ToArray();
    }

    private sealed class KeepingHandler : IResponseHandler
    {
        public object? Kept { get; private set; }

        public Task<TModel?> HandleResponseAsync<TResponse, TModel>(TResponse response, Dictionary<string, ParsableFactory<IParsable>>? errorMappings)
        {
            Kept = response;
            return Task.FromResult((TModel?)(object)new Proposal());
        }
    }
}
