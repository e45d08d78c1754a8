using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SieSmart.Sandbox.Administration;
using SieSmart.Sandbox.Description;
using SieSmart.Sandbox.Faults;
using SieSmart.Sandbox.Notifications;
using SieSmart.Sandbox.Paths;

namespace SieSmart.Sandbox.Overview;

/// <summary>The page that shows what happens, its buttons, and what else is there to look at. Loopback only, but for health and description.</summary>
internal sealed class OverviewEndpoints(
    OverviewState state,
    ApiDescription description,
    AdministrationEndpoints administration,
    FaultPlan faults,
    NotificationDispatcher notifications)
{
    private const int NonceLength = 16;
    private const int MostTimes = 1000;

    // The address says that there is something to tell, never what: anybody can make up an address.
    private volatile string? _done;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(ApiPath.Overview, ShowAsync);
        routes.MapGet(ApiPath.Description, context => WriteAsync(context, "application/yaml; charset=utf-8", description.Text));
        routes.MapGet(ApiPath.Health, context => WriteAsync(context, "application/json", $$"""{"status":"healthy","description":"{{description.Version}}"}"""));
        var actions = routes.MapGroup(ApiPath.Administration + "/page");
        MapAction("/database-refresh", _ => Done(administration.RefreshDatabase, "All proposals, subscriptions and webhooks are gone."));
        MapAction("/token-revocation", _ => Done(administration.RevokeTokens, "All tokens are void: the next request gets 401."));
        MapAction("/fault", form => Task.FromResult(Plan(form)));
        MapAction("/faults-removal", _ => Done(faults.Clear, "Nothing is planned any more."));
        MapAction("/webhook", NotifyAsync);

        void MapAction(string pattern, Func<IFormCollection, Task<string>> act) => actions.MapPost(pattern, context => ActAsync(context, act));
    }

    private static Task WriteAsync(HttpContext context, string contentType, string text)
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static Task<string> Done(Action action, string text)
    {
        action();
        return Task.FromResult(text);
    }

    /// <summary>Does what a button says, and leads back to the page, which tells what was done.</summary>
    private async Task ActAsync(HttpContext context, Func<IFormCollection, Task<string>> act)
    {
        LocalCaller.Require(context);
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false) : FormCollection.Empty;
        _done = await act(form).ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = ApiPath.Overview + "?done";
    }

    private async Task ShowAsync(HttpContext context)
    {
        LocalCaller.Require(context);
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceLength));
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        // With "no-referrer", a browser would not say that the page's own forms come from it.
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        var page = new OverviewPage(state, new Uri($"{context.Request.Scheme}://{context.Request.Host}"), nonce);
        if (context.Request.Query.ContainsKey("live"))
        {
            await WriteAsync(context, "text/html; charset=utf-8", page.WriteLive()).ConfigureAwait(false);
            return;
        }

        await WriteAsync(context, "text/html; charset=utf-8", page.Write(context.Request.Query.ContainsKey("done") ? _done : null)).ConfigureAwait(false);
    }

    private string Plan(IFormCollection form)
    {
        if (OfferedFault.All.FirstOrDefault(offered => offered.Key == form["fault"]) is not { } chosen
            || !int.TryParse(form["times"], NumberStyles.None, CultureInfo.InvariantCulture, out var times)
            || times is < 1 or > MostTimes)
        {
            return $"Choose a fault, and how often it is to happen: 1 to {MostTimes} times.";
        }

        faults.Enqueue(chosen.Fault, times);
        return $"Planned for the next {(times == 1 ? "request" : $"{times} requests")} to the API: {chosen.Label}.";
    }

    private async Task<string> NotifyAsync(IFormCollection form)
    {
        var text = form["address"].ToString().Trim();
        if (WebhookAddress.Complaint(text, state.Options, out var address) is var (_, complaint))
        {
            return $"The address {complaint}.";
        }

        var endpoint = state.Endpoints.FirstOrDefault(known => known.BasePath == address) ?? new NotificationEndpoint(state.Options.ClientId, address!, ApiKey: null);
        var proposal = state.Proposals.Select(known => known.Proposal.Id).FirstOrDefault();
        return await notifications.SendAsync(new Delivery(endpoint, new DeliveryBody(Guid.NewGuid(), EventType.DecisionReceived, proposal))).ConfigureAwait(false);
    }
}
