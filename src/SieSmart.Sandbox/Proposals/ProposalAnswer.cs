using Microsoft.AspNetCore.Http;
using SieSmart.Sandbox.Json;
using SieSmart.Sandbox.Versions;

namespace SieSmart.Sandbox.Proposals;

/// <summary>Answers with a whole proposal, and with its ETag.</summary>
internal sealed class ProposalAnswer(SandboxOptions options, EntityTagFormat format)
{
    /// <summary>For create and read, where an ETag is documented.</summary>
    public Task WriteAsync(HttpContext context, StoredProposal proposal)
    {
        context.Response.Headers.ETag = format.Format(proposal.Version);
        return WriteBodyAsync(context, proposal);
    }

    /// <summary>For the other writes, where it is not.</summary>
    public Task WriteChangedAsync(HttpContext context, StoredProposal proposal)
        => options.ETags.HasFlag(ETagOptions.OnWrites)
            ? WriteAsync(context, proposal)
            : WriteBodyAsync(context, proposal);

    private static Task WriteBodyAsync(HttpContext context, StoredProposal proposal)
        => context.Response.WriteAsJsonAsync(Proposal.Of(proposal), SandboxJson.Options, context.RequestAborted);
}
