using EndToEnd.Tests.Fixtures;
using SieSmart.Client;
using SieSmart.Models;
using SieSmart.Runtime;
using SieSmart.Sandbox.Faults;

namespace EndToEnd.Tests.Proposals;

/// <summary>A create whose intent is noted before it leaves, and its outcome or the doubt about it after.</summary>
public sealed class JournalledCreateTests
{
    private const string Create = "/proposals/proposal";
    private const string Key = "CRM-0042";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static ProposalCreate AProposal => new() { OfficeId = 1001, Label = Key };

    public static TheoryData<Fault> WhatLeavesDoubt =>
    [
        Fault.DroppedBeforeWrite(),
        Fault.DroppedAfterWrite(),
        Fault.Status(System.Net.HttpStatusCode.BadGateway),
        Fault.TruncatedBody(),
    ];

    [Fact]
    public async Task Notes_the_intent_before_it_leaves_and_the_number_after()
    {
        await using var scene = await Scene.BeginAsync();
        scene.Session.Sandbox.Faults.Enqueue(Fault.Latency(TimeSpan.FromSeconds(1)).On("POST", Create));

        var creating = scene.CreateAsync();
        await Scene.UntilAsync(() => scene.Session.Sandbox.Faults.Count == 0);
        var underWay = scene.Journal.Find(Key);
        var proposal = await creating;

        Assert.Equal(ProposalRecordState.InDoubt, underWay.State);
        Assert.Equal((ProposalRecordState.Created, (ProposalId?)proposal!.Id), (scene.Journal.Find(Key).State, scene.Journal.Find(Key).ProposalId));
        Assert.Equal(ProposalJournalFile.FingerprintOf(AProposal), underWay.Fingerprint);
    }

    [Fact]
    public async Task Sends_nothing_that_is_a_proposal_already()
    {
        await using var scene = await Scene.BeginAsync();
        await scene.CreateAsync();

        var second = await scene.CreateAsync();
        scene.Reopen();
        var afterARestart = await scene.CreateAsync();

        Assert.Null(second);
        Assert.Null(afterARestart);
        Assert.Equal(1, scene.Sent);
    }

    [Theory]
    [MemberData(nameof(WhatLeavesDoubt))]
    public async Task Never_sends_twice_what_is_in_doubt_until_a_person_has_looked(Fault fault)
    {
        await using var scene = await Scene.BeginAsync();
        scene.Session.Sandbox.Faults.Enqueue(fault.On("POST", Create));

        await Assert.ThrowsAnyAsync<SieSmartException>(scene.CreateAsync);
        var doubt = Assert.Single(scene.Journal.InDoubt);
        scene.Reopen();
        var second = await scene.CreateAsync();
        var sent = scene.Sent;
        scene.Journal.Resolve(Key, found: null);
        var third = await scene.CreateAsync();

        Assert.Equal(Key, doubt.Key);
        Assert.NotNull(doubt.Detail);
        Assert.Null(second);
        Assert.Equal(1, sent);
        Assert.NotNull(third);
    }

    [Fact]
    public async Task Is_in_doubt_if_the_process_ends_before_the_answer_comes()
    {
        await using var scene = await Scene.BeginAsync();
        scene.Session.Sandbox.Faults.Enqueue(Fault.Latency(TimeSpan.FromMinutes(10)).On("POST", Create));
        _ = scene.CreateAsync();
        await Scene.UntilAsync(() => scene.Session.Sandbox.Faults.Count == 0);

        scene.Reopen();

        Assert.Equal(Key, Assert.Single(scene.Journal.InDoubt).Key);
        Assert.Null(await scene.CreateAsync());
    }

    [Fact]
    public async Task May_be_sent_again_after_a_refusal()
    {
        await using var scene = await Scene.BeginAsync();

        await Assert.ThrowsAsync<RequestRejectedException>(() => scene.CreateAsync(new ProposalCreate { OfficeId = 9999 }));
        var refused = scene.Journal.Find(Key);
        var proposal = await scene.CreateAsync();

        Assert.Equal(ProposalRecordState.Rejected, refused.State);
        Assert.NotNull(proposal);
    }

    [Fact]
    public async Task Notes_nothing_of_what_never_left()
    {
        await using var scene = await Scene.BeginAsync();
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scene.Session.Client.CreateProposalAsync(AProposal, Key, scene.Journal, stopped.Token));

        Assert.Equal(ProposalRecordState.Open, scene.Journal.Find(Key).State);
        Assert.Equal(0, scene.Sent);
    }

    [Fact]
    public async Task Lets_what_has_left_have_its_answer_when_it_is_stopped()
    {
        await using var scene = await Scene.BeginAsync();
        scene.Session.Sandbox.Faults.Enqueue(Fault.Latency(TimeSpan.FromSeconds(1)).On("POST", Create));
        using var stopping = new CancellationTokenSource();

        var creating = scene.Session.Client.CreateProposalAsync(AProposal, Key, scene.Journal, stopping.Token);
        await Scene.UntilAsync(() => scene.Session.Sandbox.Faults.Count == 0);
        await stopping.CancelAsync();

        Assert.NotNull(await creating);
        Assert.Equal(ProposalRecordState.Created, scene.Journal.Find(Key).State);
    }

    [Fact]
    public async Task Is_noted_once_however_often_the_client_repeats_what_had_no_effect()
    {
        await using var scene = await Scene.BeginAsync();
        scene.Session.Sandbox.Faults.Enqueue(Fault.TokenRevoked().On("POST", Create));

        Assert.NotNull(await scene.CreateAsync());

        Assert.Single(await scene.ReadLinesAsync(), line => line.Contains("\"sending\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sends_nothing_without_its_journal()
    {
        await using var scene = await Scene.BeginAsync();
        scene.Journal.Dispose();

        await Assert.ThrowsAnyAsync<Exception>(scene.CreateAsync);

        Assert.Equal(0, scene.Sent);
    }

    [Fact]
    public async Task Of_two_calls_for_one_key_one_is_sent()
    {
        await using var scene = await Scene.BeginAsync();

        var both = await Task.WhenAll(scene.CreateAsync(), scene.CreateAsync());

        Assert.Single(both, proposal => proposal is not null);
        Assert.Equal(1, scene.Sent);
    }

    /// <summary>A sandbox, and a journal that outlives what uses it.</summary>
    private sealed class Scene : IAsyncDisposable
    {
        private readonly TemporaryDirectory _directory = new();

        private Scene(Session session)
        {
            Session = session;
            Journal = ProposalJournalFile.Open(File, isNew: true);
        }

        public Session Session { get; }

        public ProposalJournalFile Journal { get; private set; }

        public int Sent => Session.Sandbox.Requests.Count(request => request is { Path: Create, Status: not 401 });

        private string File => Path.Combine(_directory.Path, "proposals.journal");

        public static async Task<Scene> BeginAsync() => new(await Session.StartAsync());

        public Task<ProposalSession?> CreateAsync() => CreateAsync(AProposal);

        public Task<ProposalSession?> CreateAsync(ProposalCreate proposal) => Session.Client.CreateProposalAsync(proposal, Key, Journal, Cancellation);

        /// <summary>As if another process went on.</summary>
        public void Reopen()
        {
            Journal.Dispose();
            Journal = ProposalJournalFile.Open(File);
        }

        public async Task<IReadOnlyList<string>> ReadLinesAsync()
        {
            Journal.Dispose();
            return await System.IO.File.ReadAllLinesAsync(File, Cancellation);
        }

        public static async Task UntilAsync(Func<bool> condition)
        {
            while (!condition())
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancellation);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await Session.DisposeAsync();
            Journal.Dispose();
            _directory.Dispose();
        }
    }
}
