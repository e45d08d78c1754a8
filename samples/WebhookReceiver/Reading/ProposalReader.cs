using Microsoft.Extensions.Options;
using SieSmart;
using SieSmart.Pipeline.Throttling;
using SieSmart.Models;
using SieSmart.Runtime;

namespace WebhookReceiver.Reading;

/// <summary>
/// Reads the proposals that something happened to. Whatever order notifications come in, and however often: what counts is
/// what the API says now, and a version that was seen is not told again.
/// </summary>
internal sealed partial class ProposalReader(
    SieSmartClient client,
    ProposalQueue queue,
    IOptions<WebhookOptions> options,
    TimeProvider timeProvider,
    ILogger<ProposalReader> logger) : BackgroundService
{
    private readonly Dictionary<long, ETag> _seen = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var proposalId in queue.ReadAllAsync(stoppingToken))
        {
            try
            {
                // The budget is shared with people, and none of them waits for this.
                var (proposal, version) = await client.Proposals[proposalId].GetAsync(
                    request => request.Options.Add(new RequestPriorityOption(RequestPriority.Bulk)), stoppingToken);
                Tell(proposalId, proposal, version);
            }
            catch (ResourceNotFoundException)
            {
                LogMissing(logger, proposalId);
            }
            catch (SieSmartException failure)
            {
                LogFailed(logger, proposalId, failure.Message);
                await Task.Delay(options.Value.RetryDelay, timeProvider, stoppingToken);
                if (!queue.TryAdd(proposalId))
                {
                    LogDropped(logger, proposalId);
                }
            }
        }
    }

    /// <summary>Where your program would do something about it.</summary>
    private void Tell(long proposalId, Proposal proposal, ETag version)
    {
        if (!_seen.TryGetValue(proposalId, out var seen) || seen != version)
        {
            _seen[proposalId] = version;
            LogChanged(logger, proposalId, proposal.Decision?.DecisionStatus ?? "not asked for");
        }
        else
        {
            LogUnchanged(logger, proposalId);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Proposal {ProposalId} has changed. Decision: {Decision}")]
    private static partial void LogChanged(ILogger logger, long proposalId, string decision);

    [LoggerMessage(5, LogLevel.Information, "Proposal {ProposalId} is what it was when it was last read")]
    private static partial void LogUnchanged(ILogger logger, long proposalId);

    [LoggerMessage(2, LogLevel.Warning, "Proposal {ProposalId} could not be read, and will be again: {Reason}")]
    private static partial void LogFailed(ILogger logger, long proposalId, string reason);

    [LoggerMessage(3, LogLevel.Warning, "There is no proposal {ProposalId}, or these credentials don't see it")]
    private static partial void LogMissing(ILogger logger, long proposalId);

    [LoggerMessage(4, LogLevel.Error, "Proposal {ProposalId} is not read for now: too many others wait")]
    private static partial void LogDropped(ILogger logger, long proposalId);
}
