using System.Net;
using Microsoft.Kiota.Abstractions;
using Proposals.Models;
using SieSmart.Client.Benchmarks;

namespace SieSmart.Pipeline.Tests.Answers;

/// <summary>Who brings a response handler reads the answer, and Kiota's own returns nothing.</summary>
public sealed class ResponseHandlerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_native_response_handler_gets_the_answer_through_the_whole_pipeline()
    {
        using var adapter = OpenApiClient.CreateAdapter(
            "Proposals",
            new OpenApiClientOptions
            {
                BaseAddress = new Uri("https://api.example.test"),
                Authentication = new AuthenticationOptions { Bearer = _ => new ValueTask<string>("a-token") },
            },
            CannedTransport.Of(Bodies.Proposal));
        var handler = new NativeResponseHandler();
        var request = new RequestInformation(Method.GET, "{+baseurl}/proposals/{id}", new Dictionary<string, object>(StringComparer.Ordinal) { ["id"] = "4711" });
        request.SetResponseHandler(handler);

        var proposal = await adapter.SendAsync(request, Proposal.CreateFromDiscriminatorValue, cancellationToken: Token);

        Assert.Null(proposal);
        using var response = Assert.IsType<HttpResponseMessage>(handler.Value);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Bodies.Proposal, await response.Content.ReadAsByteArrayAsync(Token));
    }
}
