namespace Interop.Tests.Callers;

/// <summary>Every operation of the document, named by its <c>operationId</c>, through one of the two clients.</summary>
internal interface ISieSmartCaller
{
    Task<Observation> ListOfficesAsync();

    Task<Observation> ListSalesContactsAsync(int officeId);

    Task<Observation> ListIacCodesAsync(int officeId);

    Task<Observation> GetCalculationConfigurationAsync(int officeId);

    Task<Observation> ListRateCardsAsync();

    Task<Observation> CreateProposalAsync(Draft draft);

    Task<Observation> GetProposalAsync(long id);

    Task<Observation> PutCustomerAsync(long id, string ifMatch, Party customer);

    Task<Observation> AddCustomerBankAccountAsync(long id, string ifMatch, string iban, string holder);

    Task<Observation> AddAssetsAsync(long id, string ifMatch, params IReadOnlyList<Item> items);

    Task<Observation> PutCalculationAsync(long id, string ifMatch, Terms terms);

    Task<Observation> SubmitForDecisionAsync(long id, string ifMatch, string comment);

    Task<Observation> GetDecisionPreCheckAsync(long id);

    Task<Observation> DownloadDecisionDocumentAsync(long id);

    Task<Observation> SubscribeToNotificationsAsync(long id, string eventType);

    Task<Observation> RegisterNotificationEndpointAsync(string basePath, string apiKey);

    Task<Observation> ChangeNotificationEndpointAsync(string basePath, string apiKey);

    Task<Observation> CancelNotificationsAsync();
}
