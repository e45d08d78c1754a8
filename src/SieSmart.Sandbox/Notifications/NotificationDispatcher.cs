using System.Globalization;
using System.Net.Http.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SieSmart.Sandbox.Json;
using SieSmart.Sandbox.Proposals;

namespace SieSmart.Sandbox.Notifications;

/// <summary>Sends notifications, one after the other, once each: nothing is documented about repeating them.</summary>
internal sealed partial class NotificationDispatcher : IAsyncDisposable
{
    private const string KeyHeader = "X-API-KEY";
    private const int MostWaiting = 1000;

    private readonly Channel<Delivery> _deliveries = Channel.CreateBounded<Delivery>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly CancellationTokenSource _stopping = new();
    private readonly HttpClient _client;
    private readonly ILogger<NotificationDispatcher> _logger;
    private readonly NotificationRegistry _registry;
    private readonly Task _sending;

    public NotificationDispatcher(
        NotificationRegistry registry,
        ProposalRepository proposals,
        ILogger<NotificationDispatcher> logger)
    {
        _registry = registry;
        _logger = logger;

        // A redirect could lead away from loopback, and a proxy stands between.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false };
        _client = new HttpClient(handler, disposeHandler: true) { Timeout = TimeSpan.FromSeconds(5) };
        _sending = SendAllAsync();
        proposals.Observe(Notify);
    }

    public async ValueTask DisposeAsync()
    {
        _deliveries.Writer.TryComplete();
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _sending.ConfigureAwait(false);
        _client.Dispose();
        _stopping.Dispose();
    }

    private void Notify(StoredProposal? before, StoredProposal after)
    {
        if (before is null)
        {
            return;
        }

        foreach (var eventType in EventType.Between(before, after))
        {
            foreach (var delivery in _registry.DeliveriesFor(after.Id, eventType))
            {
                _deliveries.Writer.TryWrite(delivery);
            }
        }
    }

    private async Task SendAllAsync()
    {
        try
        {
            await foreach (var delivery in _deliveries.Reader.ReadAllAsync(_stopping.Token).ConfigureAwait(false))
            {
                await SendAsync(delivery).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The server stops; what was not sent is lost, as it may be in reality.
        }
    }

    /// <summary>Sends a notification at once, and says what came of it.</summary>
    public async Task<string> SendAsync(Delivery delivery)
    {
        var address = delivery.Endpoint.DeliveryAddress;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address);
            request.Content = JsonContent.Create(delivery.Body, options: SandboxJson.Options);
            if (delivery.Endpoint.ApiKey is { } key)
            {
                request.Headers.TryAddWithoutValidation(KeyHeader, key);
            }

            using var response = await _client.SendAsync(request, _stopping.Token).ConfigureAwait(false);
            LogSent(_logger, delivery.Body.EventType, delivery.Body.ProposalId, address, (int)response.StatusCode);
            return string.Create(CultureInfo.InvariantCulture, $"{address} answered {(int)response.StatusCode}.");
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException
            && !_stopping.IsCancellationRequested)
        {
            LogLost(_logger, delivery.Body.EventType, delivery.Body.ProposalId, address, exception.Message);
            return $"{address} could not be reached: {exception.Message}";
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Notified of {EventType} of proposal {ProposalId}: {Address} answered {Status}")]
    private static partial void LogSent(ILogger logger, string eventType, long proposalId, Uri address, int status);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Could not notify of {EventType} of proposal {ProposalId} at {Address}: {Reason}")]
    private static partial void LogLost(ILogger logger, string eventType, long proposalId, Uri address, string reason);
}
