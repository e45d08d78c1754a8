using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SieSmart.Sandbox.Errors;
using SieSmart.Sandbox.Json;
using SieSmart.Sandbox.Proposals;

namespace SieSmart.Sandbox.Decisions;

internal sealed class DecisionEndpoints(ProposalRepository proposals, ProposalAnswer answer, DecisionRule rule)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/proposals/{proposal-id}/decision", SubmitAsync);
        routes.MapGet("/proposals/{proposal-id}/decision/pre-check", PreCheckAsync);
        routes.MapGet("/proposals/{proposal-id}/decision/decision-document/download", DownloadAsync);
    }

    private async Task SubmitAsync(HttpContext context)
    {
        var body = new FieldReader(await RequestBody.ReadOptionalObjectAsync(context).ConfigureAwait(false));
        var changed = proposals.Write(context, proposal => Submit(proposal, DecisionRequest.Read(body)));
        await answer.WriteChangedAsync(context, changed).ConfigureAwait(false);
    }

    private StoredProposal Submit(StoredProposal proposal, DecisionRequest request)
    {
        if (proposal.Decision is { IsPending: true })
        {
            throw new RequestRefusedException(
                StatusCodes.Status409Conflict, "DECISION_PENDING", "A decision was asked for and is not made yet.");
        }

        var missing = DecisionPreCheck.Missing(proposal);
        return missing.Count == 0
            ? proposal with { Decision = rule.Request(proposal, request) }
            : throw RequestRefusedException.Invalid(missing);
    }

    private Task PreCheckAsync(HttpContext context)
    {
        var check = DecisionPreCheck.Of(proposals.Require(context));
        return context.Response.WriteAsJsonAsync(check, SandboxJson.Options, context.RequestAborted);
    }

    private async Task DownloadAsync(HttpContext context)
    {
        var proposal = proposals.Require(context);
        if (proposal.Decision is not { IsPending: false } decision)
        {
            throw new RequestRefusedException(
                StatusCodes.Status409Conflict,
                "DECISION_NOT_AVAILABLE",
                "There is no document before a decision is made: submit the proposal, and wait until it is not PENDING.");
        }

        var document = DecisionDocument.Write(proposal, decision.Shown);
        context.Response.ContentType = "application/pdf";
        context.Response.ContentLength = document.Length;
        await context.Response.Body.WriteAsync(document, context.RequestAborted).ConfigureAwait(false);
    }
}
