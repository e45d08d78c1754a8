using Microsoft.Extensions.Options;
using SieSmart;
using SieSmart.Models;

// The vendor's pages name neither the field with the type of event nor the one with the id: the description of the API infers
// them, and the compiler stops whoever uses one unawares. Compare them with the description that you got.
#pragma warning disable SIE9001

namespace WebhookReceiver.Registering;

/// <summary>The proposals whose events are subscribed to. Thread-safe.</summary>
internal sealed class WatchedProposals(SieSmartClient client, IOptions<WebhookOptions> options)
{
    private static readonly string[] Events =
        [NotificationSubscriptionRequest_eventType.DecisionReceived, NotificationSubscriptionRequest_eventType.CreditStatusChanged];

    private readonly Lock _gate = new();
    private readonly HashSet<long> _proposals = [.. options.Value.Watch];
    private readonly Dictionary<Guid, long> _subscriptions = [];

    /// <summary>The ids of all of them.</summary>
    public IReadOnlyList<long> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _proposals];
            }
        }
    }

    /// <summary>The proposal of a subscription, if it is known.</summary>
    public long? Find(Guid subscription)
    {
        lock (_gate)
        {
            return _subscriptions.TryGetValue(subscription, out var proposal) ? proposal : null;
        }
    }

    /// <summary>Subscribes a proposal to each type of event. A second time does no harm: it is the same subscription.</summary>
    public async Task SubscribeAsync(long proposalId, CancellationToken cancellationToken)
    {
        foreach (var eventType in Events)
        {
            var answer = await client.Proposals[proposalId].NotificationSubscriptions.PostAsync(
                new NotificationSubscriptionRequest { EventType = eventType }, cancellationToken: cancellationToken);
            lock (_gate)
            {
                _proposals.Add(proposalId);
                if (answer?.SubscriptionId is { } subscription)
                {
                    _subscriptions[subscription] = proposalId;
                }
            }
        }
    }
}
