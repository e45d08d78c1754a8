using Reliability.Tests.Fixtures;
using Reliability.Tests.Matrix;
using SieSmart;
using SieSmart.Models;
using SieSmart.Runtime;
using SieSmart.Sandbox;
using SieSmart.Sandbox.Faults;
using SieSmart.Sandbox.Versions;

namespace Reliability.Tests.Soak;

/// <summary>Workers against a sandbox in which every kind of fault happens to a part of the requests.</summary>
/// <param name="duration">How long they work.</param>
/// <param name="faultRate">The part of the requests that each kind of fault happens to.</param>
internal sealed class SoakRun(TimeSpan duration, double faultRate)
{
    private const int Workers = 16;
    private const int Seed = 20251029;

    /// <summary>Of the client's clock: waits for a server that says "come back later" take a fraction of their time.</summary>
    private const int Speed = 40;

    /// <summary>Half a second of real time for an attempt.</summary>
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(20);

    /// <summary>What a server asks for at the most, and the budget pauses for.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(25);

    private static readonly TimeSpan LongPatience = TimeSpan.FromHours(2);

    /// <summary>An answer beyond it is refused as one of 100 MB is, and leaves time for something else.</summary>
    private const int LargestAnswer = 512 * 1024;

    private readonly Figures _figures = new();
    private readonly Ledger _creates = new("proposals");

    public async Task<Figures> RunAsync(CancellationToken cancellationToken)
    {
        var faults = FaultCase.All
            .Where(fault => fault.Fault is not null)
            .ToDictionary(fault => (fault.Name == "100 MB body" ? Fault.LargeBody(2 * LargestAnswer) : fault.Fault!).Sometimes(faultRate), fault => fault.Name);
        var clock = new FastTimeProvider(Speed, longestWait: LongestWait);
        await using var session = await Session.StartAsync(
            clock,
            options =>
            {
                options.AttemptTimeout = AttemptTimeout;
                options.MaxResponseBytes = LargestAnswer;
                options.QueueTimeout = LongPatience;
                options.TotalTimeout = LongPatience;
            },
            new SandboxOptions
            {
                PendingDuration = TimeSpan.Zero,
                RequestsPerWindow = int.MaxValue,
                RequestLogCapacity = int.MaxValue,
                ETags = ETagOptions.OnWrites,
                Faults = [.. faults.Keys],
                FaultSeed = Seed,
            });

        session.Sandbox.Faults.IsSuspended = true;
        var shared = await Proposals.CreateAsync(session.Client, cancellationToken);
        var workers = Enumerable.Range(1, Workers)
            .Select(number => new Worker(session.Client, _figures, _creates, Proposals.IdOf(shared), shared.Value.OfficeId!.Value, clock, number))
            .ToList();

        session.Sandbox.Faults.IsSuspended = false;
        session.Detour.TakeSome(faultRate, Seed);
        var started = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(workers.Select(worker => worker.RunAsync(
            () => TimeProvider.System.GetElapsedTime(started) > duration, cancellationToken)));
        session.Sandbox.Faults.IsSuspended = true;
        session.Detour.Take(requests: 0);

        _figures.Requests = session.Sandbox.Requests.Count;
        _figures.Faults = CountFaults(session, faults);
        _figures.Wrong = await CompareAsync(session, shared, workers, cancellationToken);
        return _figures;
    }

    private static Dictionary<string, int> CountFaults(Session session, Dictionary<Fault, string> names)
    {
        var happened = session.Sandbox.Requests
            .Where(request => request.Fault is not null)
            .GroupBy(request => names[request.Fault!], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var counts = FaultCase.All.ToDictionary(fault => fault.Name, fault => happened.GetValueOrDefault(fault.Name), StringComparer.Ordinal);
        counts[FaultCase.All.Single(fault => fault.Fault is null).Name] = session.Detour.Taken;
        return counts;
    }

    private async Task<List<string>> CompareAsync(
        Session session, Versioned<Proposal> shared, IReadOnlyList<Worker> workers, CancellationToken cancellationToken)
    {
        var sharedId = Proposals.IdOf(shared);
        using var observer = session.CreateObserver();
        var proposals = await ReadAllAsync(observer, sharedId, cancellationToken);
        var wrong = _creates.Compare(proposals.Values.Where(proposal => proposal.Label is not null).Select(proposal => proposal.Label!)).ToList();
        _figures.Compared = _creates.Count;
        foreach (var worker in workers)
        {
            var entries = proposals[sharedId].Customer!.AdditionalData;
            wrong.AddRange(worker.SharedEntry.Compare(entries.TryGetValue(worker.EntryName, out var entry) ? (string)entry : string.Empty));
            if (worker.OwnProposal is { } own)
            {
                wrong.AddRange(worker.Compare(proposals[own]));
            }

            _figures.Compared += worker.Compared;
        }

        return wrong;
    }

    /// <summary>All proposals, whether or not anybody was told of them: their ids have no gaps.</summary>
    private static async Task<Dictionary<long, Proposal>> ReadAllAsync(SieSmartClient client, long first, CancellationToken cancellationToken)
    {
        var proposals = new Dictionary<long, Proposal>();
        try
        {
            for (var id = first; ; id++)
            {
                proposals.Add(id, (await client.Proposals[id].GetAsync(cancellationToken: cancellationToken)).Value);
            }
        }
        catch (ResourceNotFoundException)
        {
            return proposals;
        }
    }
}
