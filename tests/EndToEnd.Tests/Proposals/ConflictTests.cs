using EndToEnd.Tests.Fixtures;
using SieSmart.Models;
using SieSmart.Proposals.Item;
using SieSmart.Runtime;
using SieSmart.Sandbox.Versions;

// A write needs something to write: one inferred field will do.
#pragma warning disable SIE9001

namespace EndToEnd.Tests.Proposals;

public sealed class ConflictTests
{
    [Theory]
    [InlineData(Construction.DependencyInjection)]
    [InlineData(Construction.Constructor)]
    public async Task A_stale_ETag_changes_nothing_and_says_what_to_do(Construction construction)
    {
        await using var session = await Session.StartAsync(construction, ETagOptions.OnWrites);
        var (proposal, created) = await CreateAsync(session);
        var theirs = await WriteAsync(proposal, "Theirs", created);

        var conflict = await Assert.ThrowsAsync<PreconditionFailedException>(() => WriteAsync(proposal, "Ours", created));

        var rejected = session.Sandbox.Requests[^1];
        Assert.Equal((412, created.ToString()), (rejected.Status, rejected.IfMatch));
        Assert.Equal(created, conflict.SentETag);
        Assert.Equal(rejected.TraceId, conflict.TraceId);
        Assert.Equal("putCustomer", conflict.Operation?.Id);
        Assert.Contains("apply your change to the new version", conflict.Message, StringComparison.Ordinal);
        Assert.Contains(rejected.TraceId, conflict.Message, StringComparison.Ordinal);

        var (current, etag) = await proposal.GetVersionedAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("Theirs", current.Customer?.CompanyName);
        Assert.Equal(theirs.ETag, etag);
    }

    [Fact]
    public async Task Of_many_writers_with_one_ETag_one_wins()
    {
        await using var session = await Session.StartAsync();
        var (proposal, created) = await CreateAsync(session);

        var names = Enumerable.Range(1, 8).Select(number => $"Writer {number}").ToList();
        var winners = await Task.WhenAll(names.Select(name => TryWriteAsync(proposal, name, created)));

        var winner = Assert.Single(winners, name => name is not null);
        var (current, _) = await proposal.GetVersionedAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(winner, current.Customer?.CompanyName);
    }

    [Fact]
    public async Task An_answer_without_an_ETag_says_to_read_again()
    {
        await using var session = await Session.StartAsync(etags: ETagOptions.None);
        var (proposal, created) = await CreateAsync(session);
        var written = await WriteAsync(proposal, "Ours", created);

        var missing = Assert.Throws<MissingETagException>(() => written.ETag);

        Assert.Contains("GET /proposals/{proposal-id}", missing.Message, StringComparison.Ordinal);
        Assert.NotNull(written.TraceId);
        Assert.Equal("Ours", written.Value.Customer?.CompanyName);
    }

    [Fact]
    public async Task A_missing_ETag_is_refused_before_anything_is_sent()
    {
        await using var session = await Session.StartAsync();
        var (proposal, _) = await CreateAsync(session);
        var sentSoFar = session.Sandbox.Requests.Count;

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(proposal, "Ours", default));

        Assert.Equal("ifMatch", refused.ParamName);
        Assert.Equal(sentSoFar, session.Sandbox.Requests.Count);
    }

    [Fact]
    public async Task A_proposal_that_a_database_refresh_removed_is_not_found_and_the_message_names_the_refresh()
    {
        await using var session = await Session.StartAsync();
        var (proposal, created) = await CreateAsync(session);
        session.Sandbox.RefreshDatabase();

        var onRead = await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => proposal.GetVersionedAsync(cancellationToken: TestContext.Current.CancellationToken));
        var onWrite = await Assert.ThrowsAsync<ResourceNotFoundException>(() => WriteAsync(proposal, "Ours", created));

        Assert.All([onRead, onWrite], failure =>
        {
            Assert.Equal(404, failure.ResponseStatusCode);
            // The client's own words: the sandbox speaks of a refresh too, the real API may not.
            Assert.Contains("wiped by regular database refreshes", failure.Message, StringComparison.Ordinal);
            Assert.NotNull(failure.TraceId);
        });
    }

    private static async Task<(ProposalItemRequestBuilder Proposal, ETag ETag)> CreateAsync(Session session)
    {
        var (created, etag) = await session.Client.Proposals.Proposal.PostVersionedAsync(
            new ProposalCreate { OfficeId = 1001 }, cancellationToken: TestContext.Current.CancellationToken);
        return (session.Client.Proposals[created.ProposalId!.Value], etag);
    }

    private static Task<Versioned<Proposal>> WriteAsync(ProposalItemRequestBuilder proposal, string name, ETag ifMatch) =>
        proposal.Customer.PutAsync(new Customer { CompanyName = name }, ifMatch, cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<string?> TryWriteAsync(ProposalItemRequestBuilder proposal, string name, ETag ifMatch)
    {
        try
        {
            await WriteAsync(proposal, name, ifMatch);
            return name;
        }
        catch (PreconditionFailedException)
        {
            return null;
        }
    }
}
