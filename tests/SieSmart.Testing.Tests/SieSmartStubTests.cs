using System.Net;
using System.Text;
using SieSmart.Models;
using SieSmart.Runtime;

namespace SieSmart.Testing.Tests;

/// <summary>A client without a server.</summary>
public sealed class SieSmartStubTests : IDisposable
{
    private readonly SieSmartStub _siesmart = new();
    private readonly SieSmartClient _client;

    public SieSmartStubTests() => _client = _siesmart.CreateClient();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_with_an_object_and_its_etag()
    {
        _siesmart.On(HttpMethod.Get, "/proposals/42").Returns(new Proposal { Label = "Desktops" }, etag: "2025-11-03T10:15:30.123Z");

        var (proposal, etag) = await _client.Proposals[42].GetVersionedAsync(cancellationToken: Cancellation);

        Assert.Equal("Desktops", proposal.Label);
        Assert.Equal("2025-11-03T10:15:30.123Z", etag.ToString());
    }

    [Fact]
    public async Task Answers_with_what_only_the_server_sets()
    {
        _siesmart.On(HttpMethod.Post, "/proposals/proposal").ReturnsJson("""{"proposalId":42}""", etag: "v1");

        var (created, _) = await _client.Proposals.Proposal.PostVersionedAsync(new ProposalCreate { OfficeId = 1 }, cancellationToken: Cancellation);

        Assert.Equal(42, created.ProposalId);
    }

    [Fact]
    public async Task Answers_with_a_list()
    {
        _siesmart.On(HttpMethod.Get, "/common/offices").Returns([new Office { Id = 1 }, new Office { Id = 2 }]);

        var offices = await _client.Common.Offices.GetAsync(cancellationToken: Cancellation);

        Assert.Equal([1, 2], offices!.Select(office => office.Id));
    }

    [Fact]
    public async Task Answers_with_bytes()
    {
        var pdf = Encoding.ASCII.GetBytes("%PDF-1.4");
        _siesmart.On(HttpMethod.Get, "/proposals/42/decision/decision-document/download").Returns(pdf, "application/pdf");

        using var document = await _client.Proposals[42].Decision.DecisionDocument.Download.GetAsync(cancellationToken: Cancellation);

        using var copy = new MemoryStream();
        await document!.CopyToAsync(copy, Cancellation);
        Assert.Equal(pdf, copy.ToArray());
    }

    [Fact]
    public async Task Remembers_what_was_sent()
    {
        _siesmart.On(HttpMethod.Get, "/proposals/42").Returns(new Proposal { Label = "Desktops" }, etag: "v1");
        _siesmart.On(HttpMethod.Post, "/proposals/42/decision").Returns(new Proposal { Label = "Desktops" }, etag: "v2");

        var (_, etag) = await _client.Proposals[42].GetVersionedAsync(cancellationToken: Cancellation);
        await _client.Proposals[42].Decision.PostAsync(new DecisionRequest { Prelease = true }, etag, cancellationToken: Cancellation);

        var write = _siesmart.Requests[^1];
        Assert.Equal((HttpMethod.Post, "/proposals/42/decision", "v1"), (write.Method, write.Path, write.IfMatch));
        Assert.Contains("\"prelease\":true", write.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_its_answers_in_order_and_keeps_to_the_last()
    {
        _siesmart.On(HttpMethod.Get, "/proposals/42")
            .Returns(new Proposal { Label = "before" })
            .Returns(new Proposal { Label = "after" });

        var labels = new List<string?>();
        for (var call = 0; call < 3; call++)
        {
            labels.Add((await _client.Proposals[42].GetVersionedAsync(cancellationToken: Cancellation)).Value.Label);
        }

        Assert.Equal(["before", "after", "after"], labels);
    }

    [Fact]
    public async Task Fails_as_the_api_does()
    {
        _siesmart.On(HttpMethod.Get, "/proposals/42").Returns(new Proposal(), etag: "v1");
        _siesmart.On(HttpMethod.Post, "/proposals/42/decision").Fails(HttpStatusCode.PreconditionFailed);

        var (_, etag) = await _client.Proposals[42].GetVersionedAsync(cancellationToken: Cancellation);
        var conflict = await Assert.ThrowsAsync<PreconditionFailedException>(
            () => _client.Proposals[42].Decision.PostAsync(new DecisionRequest(), etag, cancellationToken: Cancellation));

        Assert.Equal("v1", conflict.SentETag.ToString());
    }

    [Fact]
    public async Task Loses_the_answer_to_a_write()
    {
        _siesmart.On(HttpMethod.Post, "/proposals/proposal").LosesItsAnswer();

        await Assert.ThrowsAsync<OutcomeUnknownException>(
            () => _client.Proposals.Proposal.PostVersionedAsync(new ProposalCreate { OfficeId = 1 }, cancellationToken: Cancellation));

        Assert.Single(_siesmart.Requests);
    }

    [Fact]
    public async Task Retries_when_it_is_told_to()
    {
        using var client = _siesmart.CreateClient(options => options.MaxRetries = 1);
        _siesmart.On(HttpMethod.Get, "/proposals/42")
            .Fails(HttpStatusCode.ServiceUnavailable)
            .Returns(new Proposal { Label = "Desktops" });

        Assert.Equal("Desktops", (await client.Proposals[42].GetVersionedAsync(cancellationToken: Cancellation)).Value.Label);
    }

    [Fact]
    public async Task Says_what_it_was_not_told()
    {
        _siesmart.On(HttpMethod.Get, "/proposals/42").Returns(new Proposal());

        var unexpected = await Assert.ThrowsAsync<UnexpectedRequestException>(() => _client.Proposals[43].GetVersionedAsync(cancellationToken: Cancellation));

        Assert.Equal("/proposals/43", unexpected.Request.Path);
        Assert.Equal(
            "The stub has no answer for GET /proposals/43. Tell it one with On(HttpMethod.Get, \"/proposals/43\").Returns(…). It has some for GET /proposals/42.",
            unexpected.Message);
    }

    [Fact]
    public void Refuses_a_path_without_its_slash() =>
        Assert.Contains("as it follows the base address", Assert.Throws<ArgumentException>(() => _siesmart.On(HttpMethod.Get, "proposals/42")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Answers_any_number_of_calls_at_once()
    {
        _siesmart.On(HttpMethod.Get, "/proposals/42").Returns(new Proposal { Label = "Desktops" });

        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => _client.Proposals[42].GetVersionedAsync(cancellationToken: Cancellation)));

        Assert.Equal(500, _siesmart.Requests.Count);
    }

    public void Dispose() => _client.Dispose();
}
