using EndToEnd.Tests.Fixtures;
using SieSmart.Client;
using SieSmart.Models;
using SieSmart.Runtime;
using SieSmart.Sandbox.Faults;
using SieSmart.Sandbox.Tracing;
using SieSmart.Sandbox.Versions;

// The sandbox and the description agree on the inferred fields: what a session does with them is tested here.
#pragma warning disable SIE9001

namespace EndToEnd.Tests.Proposals;

/// <summary>What a session promises, with a server that sends ETags on writes and with one that sends what is documented.</summary>
public sealed class ProposalSessionTests
{
    private const string Theirs = "Theirs Ltd";

    private static readonly OfficeId London = new(1001);

    public static TheoryData<ETagOptions> Servers => [ETagOptions.None, ETagOptions.OnWrites, ETagOptions.Quoted];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Carries_the_newest_version_from_an_office_to_a_decision_document(ETagOptions etags)
    {
        await using var session = await Session.StartAsync(etags: etags);

        var proposal = await session.Client.CreateProposalAsync(London, cancellationToken: Cancellation);
        await proposal.SetCustomerAsync(new Customer { CompanyName = "Smith Ltd" }, Cancellation);
        await proposal.UpdateCustomerAsync(customer => customer.Email = "office@smith.example", Cancellation);
        await proposal.AddAssetsAsync([AnAsset()], Cancellation);
        await proposal.SetCalculationAsync(new Calculation { FinancedAmount = 48_000 }, Cancellation);
        await proposal.UpdateCalculationAsync(calculation => calculation.TermInMonths = 36, Cancellation);
        var check = await proposal.CheckBeforeDecisionAsync(Cancellation);
        await proposal.SubmitForDecisionAsync(new DecisionRequest { Prelease = false }, Cancellation);
        var decision = await proposal.WaitForDecisionAsync(TimeSpan.FromSeconds(30), cancellationToken: Cancellation);
        await using var document = await proposal.DownloadDecisionDocumentAsync(Cancellation);

        Assert.True(check.RequestAllowed);
        Assert.Equal(DecisionStatus.Accepted, decision);
        Assert.Equal(("Smith Ltd", "office@smith.example"), (proposal.Current.Customer?.CompanyName, proposal.Current.Customer?.Email));
        Assert.Equal((48_000, 36), (proposal.Current.Calculation?.FinancedAmount, proposal.Current.Calculation?.TermInMonths));
        Assert.NotEqual(-1, document.ReadByte());
        Assert.All(Writes(session), write => Assert.Equal(200, write.Status));
        AssertEachWriteNamedTheNewestVersion(session);
    }

    [Fact]
    public async Task Creates_a_whole_proposal_in_one_request()
    {
        await using var session = await Session.StartAsync();

        var proposal = await session.Client.CreateProposalAsync(
            new ProposalCreate
            {
                OfficeId = London.Value,
                Label = "Fork-lift trucks",
                Customer = new Customer { CompanyName = "Smith Ltd" },
                Assets = [AnAsset()],
                Calculation = new Calculation { FinancedAmount = 48_000 },
            },
            Cancellation);
        var status = await proposal.SubmitForDecisionAsync(new DecisionRequest { Prelease = false }, Cancellation);

        Assert.Equal(["/proposals/proposal", $"/proposals/{proposal.Id}/decision"], Paths(session));
        Assert.Equal(proposal.Current.ProposalId, proposal.Id.Value);
        Assert.Equal(("Fork-lift trucks", "Smith Ltd"), (proposal.Current.Label, proposal.Current.Customer?.CompanyName));
        Assert.True(status.IsDecided || status.IsWaiting);
    }

    [Theory]
    [InlineData(ETagOptions.None, "POST PUT GET POST GET PUT")]
    [InlineData(ETagOptions.OnWrites, "POST PUT POST PUT")]
    public async Task Reads_again_where_a_write_returned_no_ETag_and_nowhere_else(ETagOptions etags, string verbs)
    {
        await using var session = await Session.StartAsync(etags: etags);

        var proposal = await session.Client.CreateProposalAsync(London, cancellationToken: Cancellation);
        await proposal.SetCustomerAsync(new Customer { CompanyName = "Smith Ltd" }, Cancellation);
        await proposal.AddAssetsAsync([AnAsset()], Cancellation);
        await proposal.SetCalculationAsync(new Calculation { FinancedAmount = 48_000 }, Cancellation);

        Assert.Equal(verbs, string.Join(' ', Calls(session).Select(request => request.Method)));
        Assert.Equal(etags == ETagOptions.None, proposal.Version.IsMissing);
    }

    [Fact]
    public async Task Waits_for_an_ETag_that_no_later_version_can_have_where_it_is_a_time_to_the_second()
    {
        await using var session = await Session.StartAsync(etags: ETagOptions.OneSecondResolution | ETagOptions.OnWrites);
        var proposal = await session.Client.CreateProposalAsync(London, cancellationToken: Cancellation);
        await LetColleagueChangeTheCustomerAsync(session, proposal.Id);

        await Assert.ThrowsAsync<PreconditionFailedException>(() => proposal.SetCustomerAsync(new Customer { CompanyName = "Ours" }, Cancellation));

        Assert.Equal(Theirs, (await proposal.ReadAsync(Cancellation)).Customer?.CompanyName);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Keeps_a_colleagues_change_of_another_part_and_goes_on(ETagOptions etags)
    {
        await using var session = await Session.StartAsync(etags: etags);
        var proposal = await session.Client.CreateProposalAsync(London, cancellationToken: Cancellation);
        await LetColleagueChangeTheCustomerAsync(session, proposal.Id);

        await proposal.SetCalculationAsync(new Calculation { FinancedAmount = 48_000 }, Cancellation);
        await LetColleagueChangeTheCustomerAsync(session, proposal.Id);
        await proposal.UpdateCalculationAsync(calculation => calculation.TermInMonths = 36, Cancellation);

        Assert.Equal(Theirs, proposal.Current.Customer?.CompanyName);
        Assert.Equal((48_000, 36), (proposal.Current.Calculation?.FinancedAmount, proposal.Current.Calculation?.TermInMonths));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Refuses_to_overwrite_a_part_that_a_colleague_changed_until_it_was_read(ETagOptions etags)
    {
        await using var session = await Session.StartAsync(etags: etags);
        var proposal = await session.Client.CreateProposalAsync(London, cancellationToken: Cancellation);
        await LetColleagueChangeTheCustomerAsync(session, proposal.Id);

        var onSet = await Assert.ThrowsAsync<PreconditionFailedException>(() => proposal.SetCustomerAsync(new Customer { CompanyName = "Ours" }, Cancellation));
        var onUpdate = await Assert.ThrowsAsync<PreconditionFailedException>(() => proposal.UpdateCustomerAsync(customer => customer.CompanyName = "Ours", Cancellation));
        var seen = await proposal.ReadAsync(Cancellation);
        await proposal.UpdateCustomerAsync(customer => customer.Email = "office@theirs.example", Cancellation);

        Assert.All([onSet, onUpdate], refusal => Assert.Contains("somebody else changed the customer since you saw it. Call ReadAsync", refusal.Message, StringComparison.Ordinal));
        Assert.Equal(Theirs, seen.Customer?.CompanyName);
        Assert.Equal((Theirs, "office@theirs.example"), (proposal.Current.Customer?.CompanyName, proposal.Current.Customer?.Email));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Refuses_also_what_a_colleague_changed_between_two_writes_of_the_session(ETagOptions etags)
    {
        await using var session = await Session.StartAsync(etags: etags);
        var proposal = await session.Client.CreateProposalAsync(London, cancellationToken: Cancellation);
        await proposal.SetCustomerAsync(new Customer { CompanyName = "Ours" }, Cancellation);
        await LetColleagueChangeTheCustomerAsync(session, proposal.Id);

        await Assert.ThrowsAsync<PreconditionFailedException>(() => proposal.SetCustomerAsync(new Customer { CompanyName = "Ours again" }, Cancellation));

        Assert.Equal(Theirs, (await proposal.ReadAsync(Cancellation)).Customer?.CompanyName);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Does_not_take_its_callers_changes_of_the_object_for_a_colleagues(ETagOptions etags)
    {
        await using var session = await Session.StartAsync(etags: etags);
        var proposal = await session.Client.CreateProposalAsync(London, cancellationToken: Cancellation);
        await proposal.SetCustomerAsync(new Customer { CompanyName = "Smith Ltd" }, Cancellation);

        var customer = proposal.Current.Customer!;
        customer.Email = "office@smith.example";
        await proposal.SetCustomerAsync(customer, Cancellation);

        Assert.Equal(("Smith Ltd", "office@smith.example"), (proposal.Current.Customer?.CompanyName, proposal.Current.Customer?.Email));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Submits_nothing_that_its_caller_has_not_seen(ETagOptions etags)
    {
        await using var session = await Session.StartAsync(etags: etags);
        var proposal = await CompleteAsync(session);
        await LetColleagueChangeTheCustomerAsync(session, proposal.Id);

        var refusal = await Assert.ThrowsAsync<PreconditionFailedException>(() => proposal.SubmitForDecisionAsync(new DecisionRequest { Prelease = false }, Cancellation));

        Assert.Contains("something of it", refusal.Message, StringComparison.Ordinal);
        Assert.Null((await proposal.ReadAsync(Cancellation)).Decision);
    }

    [Theory]
    [InlineData(ETagOptions.None, true)]
    [InlineData(ETagOptions.None, false)]
    [InlineData(ETagOptions.OnWrites, true)]
    [InlineData(ETagOptions.OnWrites, false)]
    public async Task Sends_nothing_after_an_unknown_outcome_until_it_was_read(ETagOptions etags, bool isApplied)
    {
        await using var session = await Session.StartAsync(etags: etags);
        var proposal = await session.Client.CreateProposalAsync(London, cancellationToken: Cancellation);
        var lost = isApplied ? Fault.DroppedAfterWrite() : Fault.DroppedBeforeWrite();
        session.Sandbox.Faults.Enqueue(lost.On("POST", $"/proposals/{proposal.Id}/assets"));

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => proposal.AddAssetsAsync([AnAsset()], Cancellation));
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => proposal.AddAssetsAsync([AnAsset()], Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => proposal.UpdateCustomerAsync(customer => customer.CompanyName = "Smith Ltd", Cancellation));
        var sent = Writes(session).Count();
        var seen = await proposal.ReadAsync(Cancellation);

        Assert.Equal(2, sent);
        Assert.Equal(isApplied ? 1 : 0, seen.Assets?.Count ?? 0);
        Assert.Contains("an earlier write may or may not have been applied", refusal.Message, StringComparison.Ordinal);

        await proposal.SetCalculationAsync(new Calculation { FinancedAmount = 48_000 }, Cancellation);
        Assert.Equal(48_000, proposal.Current.Calculation?.FinancedAmount);
    }

    [Fact]
    public async Task Sends_nothing_after_a_cancelled_write_that_had_left_until_it_was_read()
    {
        await using var session = await Session.StartAsync();
        var proposal = await session.Client.CreateProposalAsync(London, cancellationToken: Cancellation);
        session.Sandbox.Faults.Enqueue(Fault.Latency(TimeSpan.FromMinutes(1)).On("POST", $"/proposals/{proposal.Id}/assets"));
        using var impatience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var write = proposal.AddAssetsAsync([AnAsset()], impatience.Token);
        while (session.Sandbox.Faults.Count > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancellation);
        }

        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => write);
        await Assert.ThrowsAsync<InvalidOperationException>(() => proposal.AddAssetsAsync([AnAsset()], Cancellation));
    }

    [Fact]
    public async Task Goes_on_after_a_write_that_was_surely_refused()
    {
        await using var session = await Session.StartAsync();
        var proposal = await session.Client.CreateProposalAsync(London, cancellationToken: Cancellation);

        await Assert.ThrowsAsync<RequestRejectedException>(() => proposal.AddAssetsAsync([new Asset { IacCode = "no such code" }], Cancellation));
        await proposal.AddAssetsAsync([AnAsset()], Cancellation);

        Assert.Equal("ITE2201", Assert.Single(proposal.Current.Assets!).IacCode);
    }

    [Fact]
    public async Task Refuses_a_call_during_another_one()
    {
        await using var session = await Session.StartAsync();
        var proposal = await session.Client.CreateProposalAsync(London, cancellationToken: Cancellation);
        session.Sandbox.Faults.Enqueue(Fault.Latency(TimeSpan.FromSeconds(1)));

        var first = proposal.SetCustomerAsync(new Customer { CompanyName = "Smith Ltd" }, Cancellation);
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => proposal.AddAssetsAsync([AnAsset()], Cancellation));
        await first;

        Assert.Contains("another call of this session is under way", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(session.Sandbox.Requests, request => request.Path.EndsWith("/assets", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_that_a_proposal_is_not_there()
    {
        await using var session = await Session.StartAsync();

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => session.Client.OpenProposalAsync(new ProposalId(42), Cancellation));
    }

    [Fact]
    public async Task Sends_no_proposal_without_an_office()
    {
        await using var session = await Session.StartAsync();

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => session.Client.CreateProposalAsync(new ProposalCreate { Label = "Trucks" }, Cancellation));

        Assert.Contains("it names no office", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
    }

    private static Asset AnAsset() => new() { IacCode = "ITE2201", Quantity = 3, UnitPrice = 1_000 };

    private static Task<ProposalSession> CompleteAsync(Session session) => session.Client.CreateProposalAsync(
        new ProposalCreate
        {
            OfficeId = London.Value,
            Customer = new Customer { CompanyName = "Smith Ltd" },
            Assets = [AnAsset()],
            Calculation = new Calculation { FinancedAmount = 48_000 },
        },
        Cancellation);

    private static async Task LetColleagueChangeTheCustomerAsync(Session session, ProposalId id)
    {
        var colleague = await session.Client.OpenProposalAsync(id, Cancellation);
        await colleague.UpdateCustomerAsync(
            customer =>
            {
                customer.CompanyName = Theirs;
                customer.Email = $"{Guid.NewGuid()}@theirs.example";
            },
            Cancellation);
    }

    private static IEnumerable<RecordedRequest> Calls(Session session) => session.Sandbox.Requests.Where(request => request.Path != "/oauth/token");

    private static IEnumerable<RecordedRequest> Writes(Session session) => Calls(session).Where(request => request.Method != "GET");

    private static IEnumerable<string> Paths(Session session) => Calls(session).Select(request => request.Path);

    private static void AssertEachWriteNamedTheNewestVersion(Session session)
    {
        string? newest = null;
        foreach (var request in Calls(session))
        {
            if (request.Method != "GET")
            {
                Assert.Equal(newest, request.IfMatch);
            }

            newest = request.ETag ?? newest;
        }
    }
}
