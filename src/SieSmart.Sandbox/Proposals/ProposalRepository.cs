using System.Globalization;
using Microsoft.AspNetCore.Http;
using SieSmart.Sandbox.Errors;
using SieSmart.Sandbox.Storage;
using SieSmart.Sandbox.Versions;

namespace SieSmart.Sandbox.Proposals;

/// <summary>All proposals. Each change makes a new version, under one lock. Thread-safe.</summary>
internal sealed class ProposalRepository
{
    private const string Kind = "proposal";
    private const string CounterKind = "proposal-counter";

    private readonly Lock _gate = new();
    private readonly Dictionary<long, StoredProposal> _proposals;
    private readonly IStateStore _store;
    private readonly SandboxOptions _options;
    private readonly EntityTagFormat _format;
    private readonly List<Action<StoredProposal?, StoredProposal>> _observers = [];
    private long _lastId;

    public ProposalRepository(IStateStore store, SandboxOptions options, EntityTagFormat format)
    {
        _store = store;
        _options = options;
        _format = format;
        _proposals = store.Load<StoredProposal>(Kind).ToDictionary(proposal => proposal.Id);

        // Kept beside the proposals: an id must not come back after a database refresh.
        _lastId = store.Load<long>(CounterKind).DefaultIfEmpty(100_000).Max();
    }

    /// <summary>
    /// Adds who wants to know of changes. Called under the lock with the version before (null at creation) and the
    /// version after. Only while the server is built.
    /// </summary>
    public void Observe(Action<StoredProposal?, StoredProposal> observer) => _observers.Add(observer);

    public StoredProposal Create(Func<long, StoredProposal> create)
    {
        lock (_gate)
        {
            _lastId++;
            _store.Save(CounterKind, Kind, _lastId);
            return Keep(null, create(_lastId));
        }
    }

    /// <summary>All proposals with their ETags, the newest first.</summary>
    public IReadOnlyList<(StoredProposal Proposal, string ETag)> List()
    {
        lock (_gate)
        {
            return [.. _proposals.Values.OrderByDescending(proposal => proposal.Id).Select(proposal => (proposal, _format.Format(proposal.Version)))];
        }
    }

    /// <summary>The proposal that the request's path names.</summary>
    public StoredProposal Require(HttpContext context)
    {
        lock (_gate)
        {
            return Find(IdOf(context));
        }
    }

    /// <summary>
    /// Changes the proposal that the request's path names, if its If-Match is right. Check and change are one step:
    /// of many writers with one ETag, one wins.
    /// </summary>
    public StoredProposal Write(HttpContext context, Func<StoredProposal, StoredProposal> change)
    {
        var id = IdOf(context);
        var ifMatch = IfMatch.Read(context.Request.Headers.IfMatch);
        lock (_gate)
        {
            var before = Find(id);
            Check(before, ifMatch);
            return Keep(before, change(before));
        }
    }

    /// <summary>Makes the decisions whose time has come.</summary>
    public void MakeDueDecisions()
    {
        lock (_gate)
        {
            foreach (var proposal in _proposals.Values.ToList())
            {
                MakeDueDecision(proposal);
            }
        }
    }

    /// <summary>When the next pending decision is due, if there is one.</summary>
    public DateTimeOffset? NextDecision()
    {
        lock (_gate)
        {
            return _proposals.Values
                .Where(proposal => proposal.Decision is { IsPending: true })
                .Min(proposal => proposal.Decision?.Outcome.DecisionDate);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _proposals.Clear();
            _store.Clear(Kind);
        }
    }

    private static string IdOf(HttpContext context) => context.Request.RouteValues["proposal-id"]?.ToString() ?? string.Empty;

    private static string Format(long id) => id.ToString(CultureInfo.InvariantCulture);

    private StoredProposal Find(string id)
        => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && _proposals.TryGetValue(number, out var proposal)
                ? MakeDueDecision(proposal)
                : throw RequestRefusedException.ProposalNotFound(id);

    private StoredProposal MakeDueDecision(StoredProposal proposal)
        => proposal.Decision is { } decision && decision.IsDue(_options.TimeProvider.GetUtcNow())
            ? Keep(proposal, proposal with { Decision = decision.Made() })
            : proposal;

    private StoredProposal Keep(StoredProposal? before, StoredProposal changed)
    {
        // To the millisecond, as it is shown, and never the same twice.
        var now = _options.TimeProvider.GetUtcNow();
        var version = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), now.Offset);
        if (before is not null && version <= before.Version)
        {
            version = before.Version.AddMilliseconds(1);
        }

        var after = changed with { Version = version };
        _proposals[after.Id] = after;
        _store.Save(Kind, Format(after.Id), after);
        foreach (var observe in _observers)
        {
            observe(before, after);
        }

        return after;
    }

    private void Check(StoredProposal proposal, IfMatch ifMatch)
    {
        if (!_options.CheckIfMatch)
        {
            return;
        }

        if (ifMatch.IsMissing)
        {
            throw new RequestRefusedException(
                StatusCodes.Status412PreconditionFailed,
                "IF_MATCH_MISSING",
                $"Send If-Match with the ETag of the version of proposal {proposal.Id} that you saw.");
        }

        if (!ifMatch.Accepts(_format.Format(proposal.Version)))
        {
            throw new RequestRefusedException(
                StatusCodes.Status412PreconditionFailed,
                "IF_MATCH_STALE",
                $"Proposal {proposal.Id} was changed since the version that If-Match names. Read it again.");
        }
    }
}
