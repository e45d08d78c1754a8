using Reliability.Tests.Fixtures;
using SieSmart;
using SieSmart.Models;
using SieSmart.Runtime;
using SieSmart.Runtime.Conflicts;

namespace Reliability.Tests.Soak;

/// <summary>
/// Somebody who creates, reads and changes proposals, and remembers what he was told: of a proposal of his own, and of one
/// that all workers change.
/// </summary>
internal sealed class Worker(SieSmartClient client, Figures figures, Ledger creates, long sharedProposal, int officeId, TimeProvider clock, int number)
{
    private const string MarkerField = "marker";

    /// <summary>A proposal that grew for hours would cost all the time.</summary>
    private const int MostAssets = 500;

    private readonly Random _random = new(number);
    private readonly UpdateOptions _updateOptions = new() { Attempts = 20, TimeProvider = clock };
    private Versioned<Proposal>? _own;
    private Register? _name;
    private Ledger? _assets;
    private int _count;

    /// <summary>The worker's own proposal, once there is one.</summary>
    public long? OwnProposal { get; private set; }

    /// <summary>What he was told of his entry in the shared proposal.</summary>
    public Register SharedEntry { get; } = new($"entry of worker {number}", string.Empty);

    /// <summary>The entry's name.</summary>
    public string EntryName { get; } = $"worker{number}";

    public int Compared => 2 + (_assets?.Count ?? 0);

    public async Task RunAsync(Func<bool> isOver, CancellationToken cancellationToken)
    {
        while (!isOver())
        {
            await (_random.Next(100) switch
            {
                < 15 => CreateAsync(cancellationToken),
                < 40 => ReplaceCustomerAsync(cancellationToken),
                < 60 => AddAssetAsync(cancellationToken),
                < 75 => UpdateSharedAsync(cancellationToken),
                < 85 => ReadOwnAsync(cancellationToken),
                < 90 => SubmitAsync(cancellationToken),
                < 95 => DownloadAsync(cancellationToken),
                _ => CancelNotificationsAsync(cancellationToken),
            });
        }
    }

    /// <summary>Compares the worker's own proposal with what he was told.</summary>
    public IEnumerable<string> Compare(Proposal own) =>
    [
        .. _name!.Compare(NameIn(own)),
        .. _assets!.Compare(own.Assets!.Select(asset => asset.AdditionalData.TryGetValue(MarkerField, out var marker) ? (string)marker : "no marker")),
    ];

    private static string? NameIn(Proposal proposal) =>
        proposal.Customer?.AdditionalData.TryGetValue(Proposals.NameField, out var name) == true ? (string)name : null;

    private string Next() => $"{number}-{++_count}";

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        var label = Next();
        var (effect, created) = await CallAsync(context => client.Proposals.Proposal.PostAsync(
            new ProposalCreate
            {
                OfficeId = officeId,
                Label = label,
                Customer = Proposals.CustomerNamed(label),
                Calculation = new Calculation { AdditionalData = { ["financedAmount"] = 20_000, ["termInMonths"] = 36 } },
            },
            request => request.Options.Add(context),
            cancellationToken));
        creates.Add(label, effect);
        if (OwnProposal is null && created is not null)
        {
            OwnProposal = Proposals.IdOf(created);
            _own = created;
            _name = new Register($"customer of worker {number}", label);
            _assets = new Ledger($"assets of worker {number}");
        }
    }

    private async Task ReplaceCustomerAsync(CancellationToken cancellationToken)
    {
        if (await ReadOwnAsync(cancellationToken) is { } own)
        {
            var name = Next();
            var (effect, answer) = await CallAsync(context => client.Proposals[OwnProposal!.Value].Customer.PutAsync(
                Proposals.CustomerNamed(name), own.ETag, request => request.Options.Add(context), cancellationToken));
            _name!.Write(name, effect);
            _own = answer;
        }
    }

    private async Task AddAssetAsync(CancellationToken cancellationToken)
    {
        if (await ReadOwnAsync(cancellationToken) is { } own && _assets!.Count < MostAssets)
        {
            var marker = Next();
            var (effect, answer) = await CallAsync(context => client.Proposals[OwnProposal!.Value].Assets.PostAsync(
                [new Asset { IacCode = "ITE2201", AdditionalData = { [MarkerField] = marker } }],
                own.ETag,
                request => request.Options.Add(context),
                cancellationToken));
            _assets!.Add(marker, effect);
            _own = answer;
        }
    }

    private async Task UpdateSharedAsync(CancellationToken cancellationToken)
    {
        var value = Next();
        var effect = Effect.Applied;
        try
        {
            await OptimisticConcurrency.UpdateAsync(
                read: ct => CountAsync(context => client.Proposals[sharedProposal].GetAsync(request => request.Options.Add(context), ct)),
                change: proposal => proposal.Customer!.AdditionalData[EntryName] = value,
                write: (proposal, etag, ct) => CountAsync(context => client.Proposals[sharedProposal].Customer.PutAsync(
                    proposal.Customer!, etag, request => request.Options.Add(context), ct)),
                wasApplied: proposal => proposal.Customer!.AdditionalData.TryGetValue(EntryName, out var entry) && (string)entry == value,
                options: _updateOptions,
                cancellationToken: cancellationToken);
        }
        catch (SieSmartException failure)
        {
            effect = EffectOf(failure);
        }

        SharedEntry.Write(value, effect);
    }

    private async Task SubmitAsync(CancellationToken cancellationToken)
    {
        if (await ReadOwnAsync(cancellationToken) is { } own)
        {
            (_, _own) = await CallAsync(context => client.Proposals[OwnProposal!.Value].Decision.PostAsync(
                new DecisionRequest(), own.ETag, request => request.Options.Add(context), cancellationToken));
        }
    }

    private async Task DownloadAsync(CancellationToken cancellationToken)
    {
        if (OwnProposal is { } id)
        {
            await CallAsync(async context =>
            {
                await using var pdf = await client.Proposals[id].Decision.DecisionDocument.Download.GetAsync(
                    request => request.Options.Add(context), cancellationToken);
                return pdf;
            });
        }
    }

    private async Task CancelNotificationsAsync(CancellationToken cancellationToken) => await CallAsync(async context =>
    {
        await client.NotificationEndpoints.DeleteAsync(request => request.Options.Add(context), cancellationToken);
        return context;
    });

    /// <summary>The newest version of the worker's own proposal, which nobody else changes; null if it can't be had now.</summary>
    private async Task<Versioned<Proposal>?> ReadOwnAsync(CancellationToken cancellationToken)
    {
        if (OwnProposal is { } id && _own is not { HasETag: true })
        {
            (_, _own) = await CallAsync(context => client.Proposals[id].GetAsync(request => request.Options.Add(context), cancellationToken));
        }

        return _own;
    }

    private async Task<(Effect Effect, T? Answer)> CallAsync<T>(Func<OperationContext, Task<T>> call)
        where T : class?
    {
        try
        {
            return (Effect.Applied, await CountAsync(call));
        }
        catch (SieSmartException failure)
        {
            return (EffectOf(failure), null);
        }
    }

    private async Task<T> CountAsync<T>(Func<OperationContext, Task<T>> call)
    {
        var context = new OperationContext();
        try
        {
            var answer = await call(context);
            figures.Count(context, failure: null);
            return answer;
        }
        catch (SieSmartException failure)
        {
            figures.Count(context, failure);
            throw;
        }
    }

    /// <summary>What the caller may take from a failure.</summary>
    private static Effect EffectOf(SieSmartException failure) => failure switch
    {
        OutcomeUnknownException => Effect.Unknown,
        ResponseUnreadableException { Operation.Method: not "GET" } => Effect.Applied,
        _ => Effect.None,
    };
}
