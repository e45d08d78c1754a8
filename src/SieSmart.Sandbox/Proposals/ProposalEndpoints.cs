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
        var edit = proposals.Edit(context);
        var customer = Accept(await ReadObjectAsync(context).ConfigureAwait(false), ProposalParts.Customer);
        var changed = edit.Apply(proposal => proposal with { Customer = customer });
        await answer.WriteChangedAsync(context, changed).ConfigureAwait(false);
    }

    private async Task AddBankAccountAsync(HttpContext context)
    {
        var edit = proposals.Edit(context);
        var account = Accept(
            await ReadObjectAsync(context).ConfigureAwait(false),
            body => ProposalParts.BankAccount(body, OfficeOf(edit)));
        var changed = edit.Apply(proposal => proposal with { BankAccount = account });
        await answer.WriteChangedAsync(context, changed).ConfigureAwait(false);
    }

    private async Task AddAssetsAsync(HttpContext context)
    {
        var edit = proposals.Edit(context);
        var (items, root) = FieldReader.List("assets", await RequestBody.ReadArrayAsync(context).ConfigureAwait(false));
        if (items.Count == 0)
        {
            root.Refuse("assets", "REQUIRED", "must hold one asset or more");
        }

        IReadOnlyList<JsonElement> added = [.. items.Select(asset => ProposalParts.Asset(asset, OfficeOf(edit)))];
        root.ThrowIfRefused();
        var changed = edit.Apply(proposal => proposal with { Assets = [.. proposal.Assets, .. added] });
        await answer.WriteChangedAsync(context, changed).ConfigureAwait(false);
    }

    private async Task PutCalculationAsync(HttpContext context)
    {
        var edit = proposals.Edit(context);
        var calculation = Accept(
            await ReadObjectAsync(context).ConfigureAwait(false),
            body => ProposalParts.Calculation(body, OfficeOf(edit)));
        var changed = edit.Apply(proposal => proposal with { Calculation = calculation });
        await answer.WriteChangedAsync(context, changed).ConfigureAwait(false);
    }

    private static async Task<FieldReader> ReadObjectAsync(HttpContext context)
        => new(await RequestBody.ReadObjectAsync(context).ConfigureAwait(false));

    private static JsonElement Accept(FieldReader body, Func<FieldReader, JsonElement> read)
    {
        var part = read(body);
        body.ThrowIfRefused();
        return part;
    }

    private static OfficeConfiguration OfficeOf(ProposalEdit edit)
        => DemoConfiguration.Find(edit.Proposal.OfficeId)
            ?? throw new InvalidOperationException($"Proposal {edit.Proposal.Id} has no office.");
}
