using System.Globalization;
using Reliability.Tests.Fixtures;
using SieSmart;
using SieSmart.Models;
using SieSmart.Runtime;

namespace Reliability.Tests.Matrix;

/// <summary>A column of the matrix: what the caller does.</summary>
/// <param name="Name">As docs/reliability.md calls it.</param>
/// <param name="Method">The verb.</param>
/// <param name="Path">The path, as the API description has it.</param>
/// <param name="CallAsync">Makes the call, and reads its result to the end.</param>
internal sealed record Operation(
    string Name,
    string Method,
    string Path,
    Func<SieSmartClient, Versioned<Proposal>, OperationContext, CancellationToken, Task> CallAsync)
{
    private const string ProposalPath = "/proposals/{proposal-id}";

    public static Operation Read { get; } = new(
        "Read",
        "GET",
        ProposalPath,
        (client, proposal, context, ct) => client.Proposals[Proposals.IdOf(proposal)].GetAsync(request => request.Options.Add(context), ct));

    public static Operation Create { get; } = new(
        "Create",
        "POST",
        "/proposals/proposal",
        (client, proposal, context, ct) => client.Proposals.Proposal.PostAsync(
            new ProposalCreate { OfficeId = proposal.Value.OfficeId, Label = "Made under a fault" }, request => request.Options.Add(context), ct));

    public static Operation Put { get; } = new(
        "Guarded PUT",
        "PUT",
        ProposalPath + "/customer",
        (client, proposal, context, ct) => client.Proposals[Proposals.IdOf(proposal)].Customer.PutAsync(
            Proposals.CustomerNamed("Changed Ltd"), proposal.ETag, request => request.Options.Add(context), ct));

    public static Operation Post { get; } = new(
        "Guarded POST",
        "POST",
        ProposalPath + "/assets",
        (client, proposal, context, ct) => client.Proposals[Proposals.IdOf(proposal)].Assets.PostAsync(
            [new Asset { IacCode = "ITE2201" }], proposal.ETag, request => request.Options.Add(context), ct));

    public static Operation PostWithoutBody { get; } = new(
        "POST without a body",
        "POST",
        ProposalPath + "/decision",
        (client, proposal, context, ct) =>
        {
            var builder = client.Proposals[Proposals.IdOf(proposal)].Decision;
            var request = builder.ToPostRequestInformation(new DecisionRequest(), proposal.ETag, request => request.Options.Add(context));
            request.Content = Stream.Null;
            request.Headers.Remove("Content-Type");
            return builder.Adapter().SendAsync(request, Proposal.CreateFromDiscriminatorValue, cancellationToken: ct);
        });

    public static Operation Delete { get; } = new(
        "DELETE",
        "DELETE",
        "/notification-endpoints",
        (client, _, context, ct) => client.NotificationEndpoints.DeleteAsync(request => request.Options.Add(context), ct));

    public static Operation Pdf { get; } = new(
        "PDF",
        "GET",
        ProposalPath + "/decision/decision-document/download",
        async (client, proposal, context, ct) =>
        {
            await using var pdf = await client.Proposals[Proposals.IdOf(proposal)].Decision.DecisionDocument.Download.GetAsync(request => request.Options.Add(context), ct);
            await pdf!.CopyToAsync(Stream.Null, ct);
        });

    public static IReadOnlyList<Operation> All { get; } = [Read, Create, Put, Post, PostWithoutBody, Delete, Pdf];

    public bool IsWrite => Method != "GET";

    public string PathOf(Versioned<Proposal> proposal) =>
        Path.Replace("{proposal-id}", Proposals.IdOf(proposal).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public override string ToString() => Name;
}
