using SecondOpinion;

namespace Interop.Tests.Callers;

/// <summary>The calls through the client that NSwag made.</summary>
internal sealed class NSwagCaller(SecondOpinionClient client) : ISieSmartCaller
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Task<Observation> ListOfficesAsync() => ObserveAsync(() => client.ListOfficesAsync(Cancellation));

    public Task<Observation> ListSalesContactsAsync(int officeId) =>
        ObserveAsync(() => client.ListSalesContactsAsync(officeId, Cancellation));

    public Task<Observation> ListIacCodesAsync(int officeId) => ObserveAsync(() => client.ListIacCodesAsync(officeId, Cancellation));

    public Task<Observation> GetCalculationConfigurationAsync(int officeId) =>
        ObserveAsync(() => client.GetCalculationConfigurationAsync(officeId, Cancellation));

    public Task<Observation> ListRateCardsAsync() => ObserveAsync(() => client.ListRateCardsAsync(Cancellation));

    public Task<Observation> CreateProposalAsync(Draft draft) =>
        ObserveAsync(() => client.CreateProposalAsync(
            new ProposalCreate
            {
                OfficeId = draft.OfficeId,
                Label = draft.Label,
                Assets = draft.Item is { } item ? [AssetOf(item)] : null,
            },
            Cancellation));

    public Task<Observation> GetProposalAsync(long id) => ObserveAsync(() => client.GetProposalAsync(id, Cancellation));

    public Task<Observation> PutCustomerAsync(long id, string ifMatch, Party customer)
    {
        var body = new Customer
        {
            CompanyName = customer.CompanyName,
            PostalAddress = customer.City is null ? null : new PostalAddress { Street = customer.Street, City = customer.City },
        };
        if (customer.Extra is { } extra)
        {
            body.AdditionalProperties[Party.ExtraField] = extra;
        }

        return ObserveAsync(() => client.PutCustomerAsync(ifMatch, body, id, Cancellation));
    }

    public Task<Observation> AddCustomerBankAccountAsync(long id, string ifMatch, string iban, string holder) =>
        ObserveAsync(() => client.AddCustomerBankAccountAsync(
            ifMatch, new BankAccount { Iban = iban, AccountHolder = holder }, id, Cancellation));

    public Task<Observation> AddAssetsAsync(long id, string ifMatch, params IReadOnlyList<Item> items) =>
        ObserveAsync(() => client.AddAssetsAsync(ifMatch, [.. items.Select(AssetOf)], id, Cancellation));

    public Task<Observation> PutCalculationAsync(long id, string ifMatch, Terms terms) =>
        ObserveAsync(() => client.PutCalculationAsync(
            ifMatch,
            new Calculation { TermInMonths = terms.TermInMonths, FinancedAmount = terms.FinancedAmount, Currency = terms.Currency },
            id,
            Cancellation));

    public Task<Observation> SubmitForDecisionAsync(long id, string ifMatch, string comment) =>
        ObserveAsync(() => client.SubmitForDecisionAsync(
            ifMatch,
            new DecisionRequest { CommentToRiskAnalyst = comment, SiemensMayContactCustomer = true, Prelease = false },
            id,
            Cancellation));

    public Task<Observation> GetDecisionPreCheckAsync(long id) => ObserveAsync(() => client.GetDecisionPreCheckAsync(id, Cancellation));

    public Task<Observation> DownloadDecisionDocumentAsync(long id) =>
        CatchAsync(async () =>
        {
            using var document = await client.DownloadDecisionDocumentAsync(id, Cancellation);
            return Observe(document.StatusCode, document.Headers, await Session.FingerprintAsync(document.Stream));
        });

    public Task<Observation> SubscribeToNotificationsAsync(long id, string eventType) =>
        ObserveAsync(() => client.SubscribeToNotificationsAsync(
            new NotificationSubscriptionRequest { EventType = eventType }, id, Cancellation));

    public Task<Observation> RegisterNotificationEndpointAsync(string basePath, string apiKey) =>
        ObserveAsync(() => client.RegisterNotificationEndpointAsync(EndpointOf(basePath, apiKey), Cancellation));

    public Task<Observation> ChangeNotificationEndpointAsync(string basePath, string apiKey) =>
        ObserveAsync(() => client.ChangeNotificationEndpointAsync(EndpointOf(basePath, apiKey), Cancellation));

    public Task<Observation> CancelNotificationsAsync() => ObserveAsync(() => client.CancelNotificationsAsync(Cancellation));

    private static Asset AssetOf(Item item) => new()
    {
        IacCode = item.IacCode,
        Quantity = item.Quantity,
        UnitPrice = item.UnitPrice,
        Description = item.Description,
    };

    private static NotificationEndpoint EndpointOf(string basePath, string apiKey) => new() { BasePath = new Uri(basePath), ApiKey = apiKey };

    private static Task<Observation> ObserveAsync<T>(Func<Task<Response<T>>> call) =>
        CatchAsync(async () =>
        {
            var answer = await call();
            return Observe(answer.StatusCode, answer.Headers, answer.Result);
        });

    private static Task<Observation> ObserveAsync(Func<Task<Response>> call) =>
        CatchAsync(async () =>
        {
            var answer = await call();
            return Observe(answer.StatusCode, answer.Headers, model: null);
        });

    private static async Task<Observation> CatchAsync(Func<Task<Observation>> call)
    {
        try
        {
            return await call();
        }
        catch (ApiException<Error> failure)
        {
            return Observe(failure.StatusCode, failure.Headers, failure.Result);
        }
        catch (ApiException failure)
        {
            return Observe(failure.StatusCode, failure.Headers, model: null);
        }
    }

    private static Observation Observe(int status, IReadOnlyDictionary<string, IEnumerable<string>> headers, object? model)
    {
        var traceId = Header("X-B2B-TRACE-ID");
        return new Observation(status, Picture.Of(model, traceId), Header("ETag"), traceId, Header("Retry-After"));

        string? Header(string name) => headers.TryGetValue(name, out var values) ? values.Single() : null;
    }
}
