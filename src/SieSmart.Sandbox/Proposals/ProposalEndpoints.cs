using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SieSmart.Sandbox.Configuration;
using SieSmart.Sandbox.Json;

namespace SieSmart.Sandbox.Proposals;

internal sealed class ProposalEndpoints(ProposalRepository proposals, ProposalAnswer answer)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/proposals/proposal", CreateAsync);
        routes.MapGet("/proposals/{proposal-id}", context => answer.WriteAsync(context, proposals.Require(context)));
        routes.MapPut("/proposals/{proposal-id}/customer", PutCustomerAsync);
        routes.MapPost("/proposals/{proposal-id}/customer/bank-account", AddBankAccountAsync);
        routes.MapPost("/proposals/{proposal-id}/assets", AddAssetsAsync);
        routes.MapPut("/proposals/{proposal-id}/calculation", PutCalculationAsync);
    }

    private async Task CreateAsync(HttpContext context)
    {
        var body = new FieldReader(await RequestBody.ReadObjectAsync(context).ConfigureAwait(false));
        var draft = Read(body);
        var created = proposals.Create(id => draft with { Id = id });
        await answer.WriteAsync(context, created).ConfigureAwait(false);
    }

    private static StoredProposal Read(FieldReader body)
    {
        var officeId = body.Int32("officeId");
        body.Require("officeId", officeId);
        var office = officeId is null ? null : DemoConfiguration.Find(officeId.Value);
        if (officeId is not null && office is null)
        {
            body.Refuse("officeId", "UNKNOWN_VALUE", $"is none of your offices: {officeId}");
        }

        // The parts can only be judged by what the office offers.
        body.ThrowIfRefused();

        var salesContactId = body.Int32("salesContactId");
        if (salesContactId is not null && office!.SalesContacts.All(contact => contact.Id != salesContactId))
        {
            body.Refuse("salesContactId", "UNKNOWN_VALUE", $"is no sales contact of the office: {salesContactId}");
        }

        var draft = new StoredProposal(
            Id: 0,
            Version: default,
            officeId!.Value,
            salesContactId,
            body.Text("label"),
            body.Text("specialConditionText"),
            body.Text("scheduleAssetsDescription"),
            body.Object("customer") is { } customer ? ProposalParts.Customer(customer) : null,
            BankAccount: null,
            [.. body.Objects("assets").Select(asset => ProposalParts.Asset(asset, office!))],
            body.Object("calculation") is { } calculation ? ProposalParts.Calculation(calculation, office!) : null,
            Decision: null);
        body.ThrowIfRefused();
        return draft;
    }

    private async Task PutCustomerAsync(HttpContext context)
    {
        var body = await ReadObjectAsync(context).ConfigureAwait(false);
        await WriteAsync(context, proposal => proposal with { Customer = Accept(body, ProposalParts.Customer(body)) }).ConfigureAwait(false);
    }

    private async Task AddBankAccountAsync(HttpContext context)
    {
        var body = await ReadObjectAsync(context).ConfigureAwait(false);
        await WriteAsync(context, proposal => proposal with
        {
            BankAccount = Accept(body, ProposalParts.BankAccount(body, OfficeOf(proposal))),
        }).ConfigureAwait(false);
    }

    private async Task AddAssetsAsync(HttpContext context)
    {
        var (items, root) = FieldReader.List("assets", await RequestBody.ReadArrayAsync(context).ConfigureAwait(false));
        if (items.Count == 0)
        {
            root.Refuse("assets", "REQUIRED", "must hold one asset or more");
        }

        await WriteAsync(context, proposal => proposal with
        {
            Assets = Accept<IReadOnlyList<JsonElement>>(root, [.. proposal.Assets, .. items.Select(asset => ProposalParts.Asset(asset, OfficeOf(proposal)))]),
        }).ConfigureAwait(false);
    }

    private async Task PutCalculationAsync(HttpContext context)
    {
        var body = await ReadObjectAsync(context).ConfigureAwait(false);
        await WriteAsync(context, proposal => proposal with
        {
            Calculation = Accept(body, ProposalParts.Calculation(body, OfficeOf(proposal))),
        }).ConfigureAwait(false);
    }

    private Task WriteAsync(HttpContext context, Func<StoredProposal, StoredProposal> change)
        => answer.WriteChangedAsync(context, proposals.Write(context, change));

    private static async Task<FieldReader> ReadObjectAsync(HttpContext context)
        => new(await RequestBody.ReadObjectAsync(context).ConfigureAwait(false));

    private static T Accept<T>(FieldReader body, T part)
    {
        body.ThrowIfRefused();
        return part;
    }

    private static OfficeConfiguration OfficeOf(StoredProposal proposal)
        => DemoConfiguration.Find(proposal.OfficeId)
            ?? throw new InvalidOperationException($"Proposal {proposal.Id} has no office.");
}
