using Interop.Tests.Callers;

namespace Interop.Tests.Errors;

/// <summary>Errors that the sandbox answers of its own accord.</summary>
public sealed class RefusalTests
{
    private const int London = 1001;

    [Fact]
    public async Task A_stale_ETag_is_refused_to_both_and_names_the_same_error()
    {
        await using var session = await Session.StartAsync();
        var (id, created) = await CreateAsync(session);
        await session.NSwags.PutCustomerAsync(id, created.ETag!, new Party("Theirs"));

        var refused = await session.CompareAsync(caller => caller.PutCustomerAsync(id, created.ETag!, new Party("Late")));

        Assert.Equal(412, refused.Status);
        var current = await session.CompareAsync(caller => caller.GetProposalAsync(id));
        Assert.Contains("Theirs", current.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_writes_with_one_ETag_only_the_first_is_taken_whichever_client_it_comes_from()
    {
        await using var session = await Session.StartAsync();
        var (id, created) = await CreateAsync(session);

        var theirs = await session.CallAsync(session.NSwags, caller => caller.PutCustomerAsync(id, created.ETag!, new Party("Theirs")));
        var lateOurs = await session.CallAsync(session.Ours, caller => caller.PutCustomerAsync(id, created.ETag!, new Party("Ours")));
        var ours = await session.CallAsync(session.Ours, caller => caller.PutCustomerAsync(id, theirs.ETag!, new Party("Ours")));
        var lateTheirs = await session.CallAsync(session.NSwags, caller => caller.PutCustomerAsync(id, theirs.ETag!, new Party("Theirs")));

        Assert.Equal([200, 412, 200, 412], new[] { theirs.Status, lateOurs.Status, ours.Status, lateTheirs.Status });
        Assert.Equal(lateTheirs.Value<string>("code"), lateOurs.Value<string>("code"));
    }

    [Fact]
    public async Task A_proposal_that_is_not_there_is_not_found_by_both()
    {
        await using var session = await Session.StartAsync();

        var onRead = await session.CompareAsync(caller => caller.GetProposalAsync(987_654_321_012));
        var onWrite = await session.CompareAsync(caller => caller.PutCustomerAsync(987_654_321_012, "2026-01-01T00:00:00.000Z", new Party("Nobody")));

        Assert.Equal((404, 404), (onRead.Status, onWrite.Status));
    }

    [Fact]
    public async Task Who_may_only_read_is_refused_a_write_by_both()
    {
        await using var session = await Session.StartAsync(isReadOnly: true);

        var refused = await session.CompareAsync(caller => caller.CreateProposalAsync(new Draft(London)));

        Assert.Equal(403, refused.Status);
    }

    [Fact]
    public async Task Both_name_the_fields_that_were_not_accepted()
    {
        await using var session = await Session.StartAsync();

        var refused = await session.CompareAsync(caller => caller.CreateProposalAsync(new Draft(London, Item: new Item("NONE", 0, -1m))));

        Assert.InRange(refused.Status, 400, 499);
        Assert.All(
            ["assets[0].iacCode", "assets[0].quantity", "assets[0].unitPrice"],
            field => Assert.Contains($"\"field\": \"{field}\"", refused.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Both_are_told_what_an_unfinished_proposal_lacks()
    {
        await using var session = await Session.StartAsync();
        var (id, created) = await CreateAsync(session);

        var refused = await session.CompareAsync(caller => caller.SubmitForDecisionAsync(id, created.ETag!, "Please"));
        var noDocument = await session.CompareAsync(caller => caller.DownloadDecisionDocumentAsync(id));

        Assert.InRange(refused.Status, 400, 499);
        Assert.Equal(409, noDocument.Status);
    }

    [Fact]
    public async Task Both_are_told_that_the_rate_limit_is_reached()
    {
        await using var session = await Session.StartAsync(requestsPerWindow: 2);
        await session.CompareAsync(caller => caller.ListOfficesAsync());

        var refused = await session.CompareAsync(caller => caller.ListOfficesAsync());

        Assert.Equal(429, refused.Status);
    }

    private static async Task<(long Id, Observation Created)> CreateAsync(Session session)
    {
        var created = await session.Ours.CreateProposalAsync(new Draft(London));
        return ((long)created.Value<decimal>("proposalId"), created);
    }
}
