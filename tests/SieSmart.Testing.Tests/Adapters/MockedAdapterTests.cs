using System.Net;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using NSubstitute;
using Orders;
using Orders.Models;
using SieSmart.Runtime;

namespace SieSmart.Testing.Tests.Adapters;

/// <summary>Kiota's adapter in the hands of a mocking library.</summary>
public sealed class MockedAdapterTests
{
    private readonly IRequestAdapter _adapter = Substitute.For<IRequestAdapter>();
    private readonly OrdersClient _client;

    public MockedAdapterTests()
    {
        _adapter.BaseUrl = "https://orders.example.com/v2";
        _client = new OrdersClient(_adapter);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_a_version_with_the_etag_that_the_mock_notes()
    {
        AnswerWith(request => OperationContext.NoteAnswer(request, ETag.Parse("v1"), traceId: "trace-1"));

        var read = await _client.Orders[42].GetAsync(cancellationToken: Cancellation);

        Assert.Equal(("Paper", "v1", "trace-1"), (read.Value.Label, read.ETag.ToString(), read.TraceId));
        Assert.Equal(["v1"], read.ResponseHeaders["etag"]);
    }

    [Fact]
    public async Task Says_how_a_mock_tells_the_etag_that_it_did_not_note()
    {
        AnswerWith(_ => { });

        var read = await _client.Orders[42].GetAsync(cancellationToken: Cancellation);

        Assert.Contains("OperationContext.NoteAnswer", Assert.Throws<MissingETagException>(() => read.ETag).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explains_the_failure_that_a_mock_notes_below_the_adapter_of_the_runtime()
    {
        var client = new OrdersClient(new OperationRequestAdapter(_adapter));
        AnswerWith(request =>
        {
            OperationContext.NoteAnswer(request, statusCode: HttpStatusCode.NotFound, traceId: "trace-1");
            throw new ApiException { ResponseStatusCode = 404 };
        });

        var exception = await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.Orders[42].GetAsync(cancellationToken: Cancellation));

        Assert.Equal("trace-1", exception.TraceId);
    }

    private void AnswerWith(Action<RequestInformation> note) =>
        _adapter.SendAsync(default!, default(ParsableFactory<Order>)!).ReturnsForAnyArgs(call =>
        {
            note(call.Arg<RequestInformation>());
            return new Order { Label = "Paper" };
        });
}
