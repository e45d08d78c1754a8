using SieSmart.Client;
using SieSmart.Models;
using SieSmart.Runtime.Conflicts;
using SieSmart.Sandbox;

namespace EndToEnd.Tests.LostUpdates;

/// <summary>
/// Many writers who each add an entry of their own to one customer. The customer is replaced as a whole, so whoever
/// writes on the basis of an old version takes away what others added since.
/// </summary>
internal sealed class ConcurrentWriters
{
    public const int Count = 32;

    private readonly TaskCompletionSource _allHaveRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly UpdateOptions _options;
    private int _haveRead;

    public ConcurrentWriters(UpdateOptions options) => _options = options;

    /// <summary>How many entries the customer has in the end; <see cref="Count"/> if no update was lost.</summary>
    public async Task<int> CountSurvivingEntriesAsync(SandboxServer sandbox, CancellationToken cancellationToken)
    {
        using var client = new SieSmartClient(new SieSmartClientOptions
        {
            BaseAddress = sandbox.BaseAddress,
            TokenEndpoint = sandbox.TokenEndpoint,
            ClientId = sandbox.ClientId,
            ClientSecret = sandbox.ClientSecret,
            RequestsPerMinute = 1_000_000,
        });
        var offices = await client.Common.Offices.GetAsync(cancellationToken: cancellationToken);
        var created = await client.Proposals.Proposal.PostVersionedAsync(new ProposalCreate { OfficeId = offices![0].Id }, cancellationToken: cancellationToken);
        var id = created.Value.ProposalId!.Value;

        await Task.WhenAll(Enumerable.Range(0, Count).Select(writer => AddEntryAsync(client, id, $"writer{writer}", cancellationToken)));

        var (proposal, _) = await client.Proposals[id].GetVersionedAsync(cancellationToken: cancellationToken);
        return proposal.Customer!.AdditionalData.Count;
    }

    private async Task AddEntryAsync(SieSmartClient client, long id, string entry, CancellationToken cancellationToken)
    {
        var isFirstRead = true;
        await OptimisticConcurrency.UpdateAsync(
            read: async ct =>
            {
                var proposal = await client.Proposals[id].GetVersionedAsync(cancellationToken: ct);
                if (isFirstRead)
                {
                    isFirstRead = false;
                    await ArriveAsync(ct);
                }

                return proposal;
            },
            change: proposal => (proposal.Customer ??= new Customer()).AdditionalData[entry] = "was here",
            write: (proposal, etag, ct) => client.Proposals[id].Customer.PutAsync(proposal.Customer!, etag, cancellationToken: ct),
            options: _options,
            cancellationToken: cancellationToken);
    }

    /// <summary>Holds every writer until all have read the same version.</summary>
    private Task ArriveAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _haveRead) == Count)
        {
            _allHaveRead.SetResult();
        }

        return _allHaveRead.Task.WaitAsync(cancellationToken);
    }
}
