using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using SieSmart;
using SieSmart.Models;
using SieSmart.Runtime;
using WebhookReceiver.Reading;

namespace WebhookReceiver.Registering;

/// <summary>
/// Tells SieSmart where to send notifications to, once this server listens, subscribes the watched proposals, and reads them all
/// now and then, since a notification may get lost.
/// </summary>
internal sealed partial class Registration(
    SieSmartClient client,
    WatchedProposals watched,
    ProposalQueue queue,
    IServer server,
    IHostApplicationLifetime lifetime,
    IOptions<WebhookOptions> options,
    TimeProvider timeProvider,
    ILogger<Registration> logger) : BackgroundService
{
    private readonly TaskCompletionSource _isDone = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the address is registered.</summary>
    public Task Done => _isDone.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await UntilServerListensAsync(stoppingToken);
        await UntilDoneAsync(RegisterAsync, stoppingToken);
        _isDone.TrySetResult();
        foreach (var proposalId in watched.All)
        {
            await UntilDoneAsync(token => watched.SubscribeAsync(proposalId, token), stoppingToken);
        }

        LogReady(logger, watched.All.Count);
        using var timer = new PeriodicTimer(options.Value.ReadAllEvery, timeProvider);
        do
        {
            // First for what happened before the subscription.
            foreach (var proposalId in watched.All)
            {
                queue.TryAdd(proposalId);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task UntilServerListensAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
    }

    /// <summary>To say the same again does no harm here, so a call that failed, or whose outcome is unknown, is repeated.</summary>
    private async Task UntilDoneAsync(Func<CancellationToken, Task> call, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await call(stoppingToken);
                return;
            }
            catch (ResourceNotFoundException failure)
            {
                LogFailed(logger, failure.Message);
                return;
            }
            catch (SieSmartException failure)
            {
                LogFailed(logger, failure.Message);
                await Task.Delay(options.Value.RetryDelay, timeProvider, stoppingToken);
            }
        }
    }

    private async Task RegisterAsync(CancellationToken cancellationToken)
    {
        var basePath = options.Value.BasePath?.AbsoluteUri ?? server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var endpoint = new NotificationEndpoint { BasePath = basePath.TrimEnd('/'), ApiKey = options.Value.ApiKey };
        try
        {
            await client.NotificationEndpoints.PostAsync(endpoint, cancellationToken: cancellationToken);
        }
        catch (RequestRejectedException)
        {
            // Perhaps since one is registered already: then it is to be changed. If not, this is refused for the same reason.
            await client.NotificationEndpoints.PutAsync(endpoint, cancellationToken: cancellationToken);
        }

        LogRegistered(logger, endpoint.BasePath);
    }

    [LoggerMessage(1, LogLevel.Information, "Notifications are sent to {BasePath}/notifications")]
    private static partial void LogRegistered(ILogger logger, string basePath);

    [LoggerMessage(2, LogLevel.Information, "Watching {Count} proposals")]
    private static partial void LogReady(ILogger logger, int count);

    [LoggerMessage(3, LogLevel.Error, "{Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
