using System.Globalization;
using SieSmart;
using SieSmart.Models;
using SieSmart.Runtime;

// The sandbox and the document agree on the inferred fields: that is what is tested here.
#pragma warning disable SIE9001

namespace Interop.Tests.Callers;

/// <summary>The calls through <see cref="SieSmartClient"/>.</summary>
internal sealed class OurCaller(SieSmartClient client) : ISieSmartCaller
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Task<Observation> ListOfficesAsync() =>
        ObserveAsync(async context => await client.Common.Offices.GetAsync(request => request.Options.Add(context), Cancellation));

    public Task<Observation> ListSalesContactsAsync(int officeId) =>
        ObserveAsync(async context => await client.Common.SalesContacts.GetAsync(
            request =>
            {
                request.QueryParameters.OfficeId = officeId;
                request.Options.Add(context);
            },
            Cancellation));

    public Task<Observation> ListIacCodesAsync(int officeId) =>
        ObserveAsync(async context => await client.Common.IacCodes.GetAsync(
            request =>
            {
                request.QueryParameters.OfficeId = officeId;
                request.Options.Add(context);
            },
            Cancellation));

    public Task<Observation> GetCalculationConfigurationAsync(int officeId) =>
        ObserveAsync(async context => await client.Common.CalculationConfiguration.GetAsync(
            request =>
            {
                request.QueryParameters.OfficeId = officeId;
                request.Options.Add(context);
            },
            Cancellation));

    public Task<Observation> ListRateCardsAsync() =>
        ObserveAsync(async context => await client.Common.RateCards.GetAsync(request => request.Options.Add(context), Cancellation));

    public Task<Observation> CreateProposalAsync(Draft draft) =>
        ObserveAsync(async context => (await client.Proposals.Proposal.PostAsync(
            new ProposalCreate
            {
                OfficeId = draft.OfficeId,
                Label = draft.Label,
                Assets = draft.Item is { } item ? [AssetOf(item)] : null,
            },
            request => request.Options.Add(context),
            Cancellation)).Value);

    public Task<Observation> GetProposalAsync(long id) =>
        ObserveAsync(async context => (await client.Proposals[id].GetAsync(request => request.Options.Add(context), Cancellation)).Value);

    public Task<Observation> PutCustomerAsync(long id, string ifMatch, Party customer)
    {
        var body = new Customer
        {
            CompanyName = customer.CompanyName,
            PostalAddress = customer.City is null ? null : new PostalAddress { Street = customer.Street, City = customer.City },
        };
        if (customer.Extra is { } extra)
        {
            body.AdditionalData[Party.ExtraField] = extra;
        }

        return ObserveAsync(async context => (await client.Proposals[id].Customer.PutAsync(
            body, ETag.Parse(ifMatch), request => request.Options.Add(context), Cancellation)).Value);
    }

    public Task<Observation> AddCustomerBankAccountAsync(long id, string ifMatch, string iban, string holder) =>
        ObserveAsync(async context => (await client.Proposals[id].Customer.BankAccount.PostAsync(
            new BankAccount { Iban = iban, AccountHolder = holder },
            ETag.Parse(ifMatch),
            request => request.Options.Add(context),
            Cancellation)).Value);

    public Task<Observation> AddAssetsAsync(long id, string ifMatch, params IReadOnlyList<Item> items) =>
        ObserveAsync(async context => (await client.Proposals[id].Assets.PostAsync(
            [.. items.Select(AssetOf)], ETag.Parse(ifMatch), request => request.Options.Add(context), Cancellation)).Value);

    public Task<Observation> PutCalculationAsync(long id, string ifMatch, Terms terms) =>
        ObserveAsync(async context => (await client.Proposals[id].Calculation.PutAsync(
            new Calculation { TermInMonths = terms.TermInMonths, FinancedAmount = terms.FinancedAmount, Currency = terms.Currency },
            ETag.Parse(ifMatch),
            request => request.Options.Add(context),
            Cancellation)).Value);

    public Task<Observation> SubmitForDecisionAsync(long id, string ifMatch, string comment) =>
        ObserveAsync(async context => (await client.Proposals[id].Decision.PostAsync(
            new DecisionRequest { CommentToRiskAnalyst = comment, SiemensMayContactCustomer = true, Prelease = false },
            ETag.Parse(ifMatch),
            request => request.Options.Add(context),
            Cancellation)).Value);

    public Task<Observation> GetDecisionPreCheckAsync(long id) =>
        ObserveAsync(async context => await client.Proposals[id].Decision.PreCheck.GetAsync(
            request => request.Options.Add(context), Cancellation));

    public Task<Observation> DownloadDecisionDocumentAsync(long id) =>
        ObserveAsync(async context =>
        {
            await using var document = await client.Proposals[id].Decision.DecisionDocument.Download.GetAsync(
                request => request.Options.Add(context), Cancellation);
            return await Session.FingerprintAsync(document!);
        });

    public Task<Observation> SubscribeToNotificationsAsync(long id, string eventType) =>
        ObserveAsync(async context => await client.Proposals[id].NotificationSubscriptions.PostAsync(
            new NotificationSubscriptionRequest { EventType = eventType }, request => request.Options.Add(context), Cancellation));

    public Task<Observation> RegisterNotificationEndpointAsync(string basePath, string apiKey) =>
        ObserveAsync(async context =>
        {
            await client.NotificationEndpoints.PostAsync(
                new NotificationEndpoint { BasePath = basePath, ApiKey = apiKey }, request => request.Options.Add(context), Cancellation);
            return null;
        });

    public Task<Observation> ChangeNotificationEndpointAsync(string basePath, string apiKey) =>
        ObserveAsync(async context =>
        {
            await client.NotificationEndpoints.PutAsync(
                new NotificationEndpoint { BasePath = basePath, ApiKey = apiKey }, request => request.Options.Add(context), Cancellation);
            return null;
        });

    public Task<Observation> CancelNotificationsAsync() =>
        ObserveAsync(async context =>
        {
            await client.NotificationEndpoints.DeleteAsync(request => request.Options.Add(context), Cancellation);
            return null;
        });

    private static Asset AssetOf(Item item) => new()
    {
        IacCode = item.IacCode,
        Quantity = item.Quantity,
        UnitPrice = item.UnitPrice,
        Description = item.Description,
    };

    private static async Task<Observation> ObserveAsync(Func<OperationContext, Task<object?>> call)
    {
        var context = new OperationContext();
        try
        {
            var model = await call(context);
            var etag = context.ReceivedETag.IsMissing ? null : context.ReceivedETag.ToString();
            return new Observation((int)context.StatusCode!.Value, Picture.Of(model, context.TraceId), etag, context.TraceId);
        }
        catch (SieSmartException failure)
        {
            var wait = failure.RetryAfter?.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return new Observation(failure.ResponseStatusCode, Picture.Of(failure.Error, failure.TraceId), ETag: null, failure.TraceId, wait);
        }
    }
}
