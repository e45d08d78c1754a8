using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using WebhookReceiver.Reading;
using WebhookReceiver.Registering;

namespace WebhookReceiver.Receiving;

/// <summary>Where notifications come in. It only notes what to read, so that the sender has its answer at once.</summary>
internal sealed partial class NotificationEndpoint(ApiKeyCheck apiKey, ProposalQueue queue, WatchedProposals watched, ILogger<NotificationEndpoint> logger)
{
    private const string Path = "/notifications";
    private const int LargestBody = 16 * 1024;

    public static void Map(WebApplication application)
    {
        var endpoint = application.Services.GetRequiredService<NotificationEndpoint>();
        application.MapPost(PathIn(application), (Delegate)endpoint.ReceiveAsync).WithMetadata(new RequestSizeLimitAttribute(LargestBody));
    }

    /// <summary>Where it is on this server: below the path of the address that SieSmart was given.</summary>
    public static string PathIn(WebApplication application) =>
        $"{application.Services.GetRequiredService<IOptions<WebhookOptions>>().Value.BasePath?.AbsolutePath.TrimEnd('/')}{Path}";

    private async Task<IResult> ReceiveAsync(HttpContext context)
    {
        // Before the body is looked at, and without a word of what was wrong.
        if (!apiKey.IsRight(context.Request.Headers[ApiKeyCheck.Header]))
        {
            LogRefused(logger, context.Connection.RemoteIpAddress);
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        var hint = await Hint.ReadAsync(context.Request.Body, context.RequestAborted);
        var proposals = ProposalsOf(hint);
        if (proposals.All(queue.TryAdd))
        {
            LogReceived(logger, string.Join(", ", proposals));
            return Results.NoContent();
        }

        LogFull(logger);
        return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private IReadOnlyList<long> ProposalsOf(Hint hint) =>
        hint.ProposalId is { } named ? [named]
        : hint.SubscriptionId is { } subscription && watched.Find(subscription) is { } subscribed ? [subscribed]
        // Something happened to one of them.
        : watched.All;

    [LoggerMessage(1, LogLevel.Information, "Notified: proposals to read: {Proposals}")]
    private static partial void LogReceived(ILogger logger, string proposals);

    [LoggerMessage(2, LogLevel.Warning, "A notification from {Sender} was refused: its API key is missing or wrong")]
    private static partial void LogRefused(ILogger logger, System.Net.IPAddress? sender);

    [LoggerMessage(3, LogLevel.Error, "A notification was turned away with 503: too many proposals wait to be read already")]
    private static partial void LogFull(ILogger logger);
}
