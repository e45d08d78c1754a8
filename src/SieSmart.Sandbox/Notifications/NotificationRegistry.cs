using SieSmart.Sandbox.Storage;

namespace SieSmart.Sandbox.Notifications;

/// <summary>Who wants to be notified of what: one endpoint for each client, and its subscriptions. Thread-safe.</summary>
internal sealed class NotificationRegistry
{
    private const string EndpointKind = "notification-endpoint";
    private const string SubscriptionKind = "notification-subscription";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, NotificationEndpoint> _endpoints;
    private readonly List<Subscription> _subscriptions;
    private readonly IStateStore _store;

    public NotificationRegistry(IStateStore store)
    {
        _store = store;
        _endpoints = store.Load<NotificationEndpoint>(EndpointKind)
            .ToDictionary(endpoint => endpoint.ClientId, StringComparer.Ordinal);
        _subscriptions = [.. store.Load<Subscription>(SubscriptionKind)];
    }

    /// <summary>Where clients want their notifications sent to.</summary>
    public IReadOnlyList<NotificationEndpoint> Endpoints
    {
        get
        {
            lock (_gate)
            {
                return [.. _endpoints.Values];
            }
        }
    }

    public void Register(NotificationEndpoint endpoint)
    {
        lock (_gate)
        {
            Keep(endpoint);
        }
    }

    /// <returns>False if there is nothing to change.</returns>
    public bool TryChange(NotificationEndpoint endpoint)
    {
        lock (_gate)
        {
            if (!_endpoints.ContainsKey(endpoint.ClientId))
            {
                return false;
            }

            Keep(endpoint);
            return true;
        }
    }

    public void Cancel(string clientId)
    {
        lock (_gate)
        {
            _endpoints.Remove(clientId);
            _store.Delete(EndpointKind, clientId);
        }
    }

    /// <summary>One UUID belongs to a proposal and a type of event: asking again answers the same one.</summary>
    public Subscription Subscribe(string clientId, long proposalId, string eventType)
    {
        lock (_gate)
        {
            var subscription = _subscriptions.Find(known =>
                known.ClientId == clientId && known.ProposalId == proposalId && known.EventType == eventType);
            if (subscription is null)
            {
                subscription = new Subscription(Guid.NewGuid(), clientId, proposalId, eventType);
                _subscriptions.Add(subscription);
                _store.Save(SubscriptionKind, subscription.Id.ToString(), subscription);
            }

            return subscription;
        }
    }

    /// <summary>What is to be sent when an event happens to a proposal.</summary>
    public IReadOnlyList<Delivery> DeliveriesFor(long proposalId, string eventType)
    {
        lock (_gate)
        {
            return
            [
                .. from subscription in _subscriptions
                   where subscription.ProposalId == proposalId && subscription.EventType == eventType
                   where _endpoints.ContainsKey(subscription.ClientId)
                   select new Delivery(
                       _endpoints[subscription.ClientId],
                       new DeliveryBody(subscription.Id, eventType, proposalId)),
            ];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _endpoints.Clear();
            _subscriptions.Clear();
            _store.Clear(EndpointKind);
            _store.Clear(SubscriptionKind);
        }
    }

    private void Keep(NotificationEndpoint endpoint)
    {
        _endpoints[endpoint.ClientId] = endpoint;
        _store.Save(EndpointKind, endpoint.ClientId, endpoint);
    }
}
