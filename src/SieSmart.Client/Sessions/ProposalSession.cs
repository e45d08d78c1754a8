using System.Runtime.ExceptionServices;
using SieSmart.Client.Decisions;
using SieSmart.Client.Errors;
using SieSmart.Client.Sessions;
using SieSmart.Models;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime;
using SieSmart.Runtime.Conflicts;

namespace SieSmart.Client;

/// <summary>
/// Work on one proposal: it remembers the newest version that you have seen, and names it in each write. Made by
/// <see cref="SieSmartClient.OpenProposalAsync"/> and <c>CreateProposalAsync</c>.
/// </summary>
/// <remarks>
/// <para>SieSmart promises an ETag on create and on read only. Where the answer to a write carries none, the next write reads the
/// proposal again, and compares.</para>
/// <para>What somebody else changed since you saw it is never overwritten: a write of the same part fails with a
/// <see cref="PreconditionFailedException"/>, and <see cref="ReadAsync"/> shows what is there now. A change of another part doesn't get in
/// the way: SieSmart refuses the write, and the session sends it again with the new version.</para>
/// <para>After a write whose outcome is unknown nothing more is sent: each further write fails until <see cref="ReadAsync"/> has
/// shown what became of it.</para>
/// <para>Not thread-safe: a call during another one fails with an <see cref="InvalidOperationException"/>. Two people are two sessions.</para>
/// </remarks>
public sealed class ProposalSession
{
    private readonly ProposalCalls _calls;
    private ProposalVersion _seen;
    private Exception? _doubt;
    private int _isBusy;

    internal ProposalSession(ProposalId id, ProposalCalls calls, Versioned<Proposal> answer)
    {
        Id = id;
        _calls = calls;
        _seen = new ProposalVersion(answer);
    }

    /// <summary>The proposal's number.</summary>
    public ProposalId Id { get; }

    /// <summary>The proposal as you have last seen it. Changes that you make to this object are not sent by themselves.</summary>
    public Proposal Current => _seen.Value;

    /// <summary>
    /// The version of <see cref="Current"/>; missing after a write whose answer carried none, until the next read or write.
    /// </summary>
    public ETag Version => _seen.ETag;

    /// <summary>Where the decision stands in <see cref="Current"/>.</summary>
    public DecisionStatus DecisionStatus => new(Current.Decision?.DecisionStatus);

    /// <summary>Reads the proposal: what it says now is what you have seen, and the basis of the next write.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns><see cref="Current"/>.</returns>
    /// <exception cref="SieSmartException">It can't be read; the message says why.</exception>
    public Task<Proposal> ReadAsync(CancellationToken cancellationToken = default) => SeeAsync(priority: null, cancellationToken);

    /// <summary>Replaces the customer.</summary>
    /// <param name="customer">All of the customer: fields that are not set go.</param>
    /// <param name="cancellationToken">Cancels reads, waits and the write. A write that is under way may have been applied.</param>
    /// <returns><see cref="Current"/>, as the answer has it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customer"/> is null.</exception>
    /// <exception cref="PreconditionFailedException">Somebody else changed the customer since you saw it. Nothing was changed.</exception>
    /// <exception cref="OutcomeUnknownException">It may have been applied. Nothing more is sent until <see cref="ReadAsync"/>.</exception>
    /// <exception cref="InvalidOperationException">The outcome of an earlier write is unknown, or another call is under way.</exception>
    public Task<Proposal> SetCustomerAsync(Customer customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return WriteAsync(ProposalPart.Customer, (_, etag, context, token) => _calls.PutCustomerAsync(customer, etag, context, token), cancellationToken);
    }

    /// <summary>Changes the customer, and leaves the fields alone that <paramref name="change"/> doesn't touch.</summary>
    /// <param name="change">Changes the customer as SieSmart has it, a new one if there is none. May be called more than once.</param>
    /// <param name="cancellationToken">Cancels reads, waits and the write. A write that is under way may have been applied.</param>
    /// <returns><see cref="Current"/>, as the answer has it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    /// <exception cref="PreconditionFailedException">Somebody else changed the customer since you saw it. Nothing was changed.</exception>
    /// <exception cref="OutcomeUnknownException">It may have been applied. Nothing more is sent until <see cref="ReadAsync"/>.</exception>
    /// <exception cref="InvalidOperationException">The outcome of an earlier write is unknown, or another call is under way.</exception>
    public Task<Proposal> UpdateCustomerAsync(Action<Customer> change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return ChangeAsync(
            ProposalPart.Customer,
            proposal => change(proposal.Customer ??= new Customer()),
            (proposal, etag, context, token) => _calls.PutCustomerAsync(proposal.Customer!, etag, context, token),
            cancellationToken);
    }

    /// <summary>Replaces the calculation.</summary>
    /// <param name="calculation">All of the calculation: fields that are not set go.</param>
    /// <inheritdoc cref="SetCustomerAsync"/>
    /// <exception cref="ArgumentNullException"><paramref name="calculation"/> is null.</exception>
    /// <exception cref="PreconditionFailedException">Somebody else changed the calculation since you saw it. Nothing was changed.</exception>
    public Task<Proposal> SetCalculationAsync(Calculation calculation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(calculation);
        return WriteAsync(ProposalPart.Calculation, (_, etag, context, token) => _calls.PutCalculationAsync(calculation, etag, context, token), cancellationToken);
    }

    /// <summary>Changes the calculation, and leaves the fields alone that <paramref name="change"/> doesn't touch.</summary>
    /// <param name="change">Changes the calculation as SieSmart has it, a new one if there is none. May be called more than once.</param>
    /// <inheritdoc cref="UpdateCustomerAsync"/>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    /// <exception cref="PreconditionFailedException">Somebody else changed the calculation since you saw it. Nothing was changed.</exception>
    public Task<Proposal> UpdateCalculationAsync(Action<Calculation> change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return ChangeAsync(
            ProposalPart.Calculation,
            proposal => change(proposal.Calculation ??= new Calculation()),
            (proposal, etag, context, token) => _calls.PutCalculationAsync(proposal.Calculation!, etag, context, token),
            cancellationToken);
    }

    /// <summary>Adds assets to those that are there.</summary>
    /// <param name="assets">At least one.</param>
    /// <param name="cancellationToken">Cancels reads, waits and the write. A write that is under way may have been applied.</param>
    /// <returns><see cref="Current"/>, as the answer has it.</returns>
    /// <exception cref="ArgumentException"><paramref name="assets"/> is null or empty.</exception>
    /// <exception cref="PreconditionFailedException">Somebody else changed the assets since you saw them. Nothing was changed.</exception>
    /// <exception cref="OutcomeUnknownException">It may have been applied. Nothing more is sent until <see cref="ReadAsync"/>.</exception>
    /// <exception cref="InvalidOperationException">The outcome of an earlier write is unknown, or another call is under way.</exception>
    public Task<Proposal> AddAssetsAsync(IEnumerable<Asset> assets, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(assets);
        List<Asset> body = [.. assets];
        return body.Count > 0
            ? WriteAsync(ProposalPart.Assets, (_, etag, context, token) => _calls.PostAssetsAsync(body, etag, context, token), cancellationToken)
            : throw new ArgumentException("There are no assets to add. Give at least one.", nameof(assets));
    }

    /// <summary>Adds the customer's bank account. Spain only.</summary>
    /// <param name="account">The account.</param>
    /// <inheritdoc cref="SetCustomerAsync"/>
    /// <exception cref="ArgumentNullException"><paramref name="account"/> is null.</exception>
    public Task<Proposal> AddBankAccountAsync(BankAccount account, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        return WriteAsync(ProposalPart.Customer, (_, etag, context, token) => _calls.PostBankAccountAsync(account, etag, context, token), cancellationToken);
    }

    /// <summary>Asks whether the proposal could be submitted, and what is missing.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="SieSmartException">It can't be read; the message says why.</exception>
    public async Task<DecisionPreCheck> CheckBeforeDecisionAsync(CancellationToken cancellationToken = default) =>
        await _calls.PreCheckAsync(cancellationToken).ConfigureAwait(false) ?? new DecisionPreCheck();

    /// <summary>Submits the proposal for a decision, as you have seen it.</summary>
    /// <param name="request">What the underwriter is told.</param>
    /// <param name="cancellationToken">Cancels reads, waits and the write. A write that is under way may have been applied.</param>
    /// <returns>Where the decision stands; <see cref="WaitForDecisionAsync"/> waits for it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="PreconditionFailedException">Somebody else changed something of the proposal since you saw it. It was not submitted.</exception>
    /// <exception cref="RequestRejectedException">Something is missing; the message says what.</exception>
    /// <exception cref="OutcomeUnknownException">It may have been submitted. Nothing more is sent until <see cref="ReadAsync"/>.</exception>
    /// <exception cref="InvalidOperationException">The outcome of an earlier write is unknown, or another call is under way.</exception>
    public async Task<DecisionStatus> SubmitForDecisionAsync(DecisionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        await WriteAsync(ProposalPart.Everything, (_, etag, context, token) => _calls.PostDecisionAsync(request, etag, context, token), cancellationToken).ConfigureAwait(false);
        return DecisionStatus;
    }

    /// <summary>
    /// Reads the proposal until the decision is no longer waited for: after 1 second, then after 2, 4 and so on, at most 30. The
    /// reads go at bulk priority, behind those that people wait for. A server does better to subscribe to <c>DECISION_RECEIVED</c>.
    /// </summary>
    /// <param name="timeout">How long to wait, zero or more; zero looks once.</param>
    /// <param name="timeProvider">Measures and makes the waits; the system's clock by default.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// Accepted or declined; or that the underwriter needs more information; or that it is still waited for, when the time is up.
    /// <see cref="Current"/> has the decision's comment and its conditions.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is less than zero.</exception>
    /// <exception cref="SieSmartException">It can't be read. The API being away or at its limit is waited out as long as there is time.</exception>
    public async Task<DecisionStatus> WaitForDecisionAsync(TimeSpan timeout, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        if (timeout < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "A decision can't be waited for less than no time. Give zero to look once.");
        }

        var clock = timeProvider ?? TimeProvider.System;
        var started = clock.GetTimestamp();
        var interval = new PollingInterval();
        while (true)
        {
            var failure = await LookAsync(cancellationToken).ConfigureAwait(false);
            if (failure is null && !DecisionStatus.IsWaiting)
            {
                return DecisionStatus;
            }

            var left = timeout - clock.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
            {
                failure?.Throw();
                return DecisionStatus;
            }

            await clock.Delay(interval.Next((failure?.SourceException as SieSmartException)?.RetryAfter, left), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Downloads the decision as a PDF.</summary>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>The document, which is the caller's to dispose of.</returns>
    /// <exception cref="ResponseUnreadableException">The answer is empty.</exception>
    /// <exception cref="SieSmartException">There is none, or it can't be read; the message says why.</exception>
    public async Task<Stream> DownloadDecisionDocumentAsync(CancellationToken cancellationToken = default) =>
        await _calls.DownloadDecisionDocumentAsync(cancellationToken).ConfigureAwait(false)
        ?? throw new ResponseUnreadableException($"The decision document of proposal {Id} is empty. Ask the API's support for it.");

    /// <summary>The proposal's number and version, and nothing of what it says.</summary>
    public override string ToString() => $"Proposal {Id}, version {(Version.IsMissing ? "not known" : Version)}";

    private Task<Proposal> SeeAsync(RequestPriority? priority, CancellationToken cancellationToken) => AloneAsync(async () =>
    {
        _seen = new ProposalVersion(await _calls.ReadAsync(priority, cancellationToken).ConfigureAwait(false));
        _doubt = null;
        return Current;
    });

    /// <summary>One read of a wait; what a later one may do better is given back.</summary>
    private async Task<ExceptionDispatchInfo?> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SeeAsync(RequestPriority.Bulk, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (SieSmartException failure) when (failure is RateLimitExceededException or ServiceUnavailableException or ServerErrorException)
        {
            return ExceptionDispatchInfo.Capture(failure);
        }
    }

    /// <summary>A write that doesn't depend on what is there: the version that was seen can be named without reading it again.</summary>
    private Task<Proposal> WriteAsync(ProposalPart part, Func<Proposal, ETag, OperationContext, CancellationToken, Task<Versioned<Proposal>>> write, CancellationToken cancellationToken) =>
        UpdateAsync(part, static _ => { }, write, _seen.CanBeNamed ? _seen : null, cancellationToken);

    /// <summary>A write of what is there, changed. Read again first: the object that was seen is the caller's.</summary>
    private Task<Proposal> ChangeAsync(ProposalPart part, Action<Proposal> change, Func<Proposal, ETag, OperationContext, CancellationToken, Task<Versioned<Proposal>>> write, CancellationToken cancellationToken) =>
        UpdateAsync(part, change, write, named: null, cancellationToken);

    private Task<Proposal> UpdateAsync(
        ProposalPart part,
        Action<Proposal> change,
        Func<Proposal, ETag, OperationContext, CancellationToken, Task<Versioned<Proposal>>> write,
        ProposalVersion? named,
        CancellationToken cancellationToken) => AloneAsync(async () =>
    {
        if (_doubt is not null)
        {
            throw new InvalidOperationException(
                $"Nothing was sent to proposal {Id}: an earlier write may or may not have been applied ({_doubt.Message}) Call {nameof(ReadAsync)}, look whether it is there, and go on from that.",
                _doubt);
        }

        var context = new OperationContext();
        try
        {
            _seen = new ProposalVersion(await OptimisticConcurrency.UpdateAsync(
                async token =>
                {
                    var first = named;
                    named = null;
                    return first?.Answer ?? await _calls.ReadAsync(priority: null, token).ConfigureAwait(false);
                },
                (Proposal current) =>
                {
                    if (!ReferenceEquals(current, _seen.Value) && !_seen.IsSame(part, current))
                    {
                        throw Refusal(part);
                    }

                    change(current);
                },
                (current, etag, token) => write(current, etag, context, token),
                cancellationToken: cancellationToken).ConfigureAwait(false));
            return Current;
        }
        catch (Exception failure) when (WriteOutcome.MayHaveHappened(failure, context))
        {
            _doubt = failure;
            throw;
        }
    });

    private PreconditionFailedException Refusal(ProposalPart part)
    {
        var what = part switch
        {
            ProposalPart.Customer => "the customer",
            ProposalPart.Assets => "the assets",
            ProposalPart.Calculation => "the calculation",
            _ => "something of it",
        };
        return new PreconditionFailedException(
            $"Nothing of proposal {Id} was changed: somebody else changed {what} since you saw it. Call {nameof(ReadAsync)}, and make your change to what is there now.",
            sentETag: Version);
    }

    private async Task<Proposal> AloneAsync(Func<Task<Proposal>> work)
    {
        if (Interlocked.Exchange(ref _isBusy, 1) == 1)
        {
            throw new InvalidOperationException($"Nothing was sent to proposal {Id}: another call of this session is under way, and the next version depends on it. Await it first, or open a session for each.");
        }

        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _isBusy, 0);
        }
    }
}
