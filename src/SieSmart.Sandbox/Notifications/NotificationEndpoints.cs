using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SieSmart.Sandbox.Authentication;
using SieSmart.Sandbox.Errors;
using SieSmart.Sandbox.Json;
using SieSmart.Sandbox.Proposals;

namespace SieSmart.Sandbox.Notifications;

internal sealed class NotificationEndpoints(
    NotificationRegistry registry,
    ProposalRepository proposals,
    SandboxOptions options)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/notification-endpoints", RegisterAsync);
        routes.MapPut("/notification-endpoints", ChangeAsync);
        routes.MapDelete("/notification-endpoints", Cancel);
        routes.MapPost("/proposals/{proposal-id}/notification-subscriptions", SubscribeAsync);
    }

    private async Task RegisterAsync(HttpContext context)
    {
        registry.Register(await ReadAsync(context).ConfigureAwait(false));
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task ChangeAsync(HttpContext context)
    {
        if (!registry.TryChange(await ReadAsync(context).ConfigureAwait(false)))
        {
            throw new RequestRefusedException(
                StatusCodes.Status404NotFound, "ENDPOINT_NOT_FOUND", "No notification endpoint is registered: POST one first.");
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private Task Cancel(HttpContext context)
    {
        registry.Cancel(ClientOf(context));
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private async Task SubscribeAsync(HttpContext context)
    {
        var proposal = proposals.Require(context);
        var body = new FieldReader(await RequestBody.ReadObjectAsync(context).ConfigureAwait(false));
        var eventType = body.Text("eventType");
        body.Require("eventType", eventType);
        if (eventType is not null && !EventType.IsKnown(eventType))
        {
            body.Refuse("eventType", "UNKNOWN_VALUE", $"is no type of event: '{eventType}'");
        }

        body.ThrowIfRefused();
        var subscription = registry.Subscribe(ClientOf(context), proposal.Id, eventType!);
        await context.Response.WriteAsJsonAsync(
            new SubscriptionAnswer(subscription.Id), SandboxJson.Options, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task<NotificationEndpoint> ReadAsync(HttpContext context)
    {
        var body = new FieldReader(await RequestBody.ReadObjectAsync(context).ConfigureAwait(false));
        var text = body.Text("basePath");
        body.Require("basePath", text);
        Uri? basePath = null;
        if (text is not null && WebhookAddress.Complaint(text, options, out basePath) is var (code, message))
        {
            body.Refuse("basePath", code, message);
        }

        var apiKey = body.Text("apiKey");
        if (apiKey is not null && !apiKey.All(character => character is > ' ' and <= '~'))
        {
            body.Refuse("apiKey", "INVALID", "must be fit for a header: visible ASCII");
        }

        body.ThrowIfRefused();
        return new NotificationEndpoint(ClientOf(context), basePath!, apiKey);
    }

    private static string ClientOf(HttpContext context)
        => context.Features.Get<StoredToken>()?.ClientId
            ?? throw new InvalidOperationException("The request did not pass the authentication middleware.");
}
