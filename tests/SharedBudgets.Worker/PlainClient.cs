using Microsoft.Kiota.Abstractions;

namespace SharedBudgets.Worker;

/// <summary>A client of one operation: its window can be any, where that of SieSmart's is a minute.</summary>
/// <param name="adapter">Sends with everything that a client has.</param>
public sealed class PlainClient(IRequestAdapter adapter)
{
    /// <summary>Asks for something that changes nothing.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task GetRateCardsAsync(CancellationToken cancellationToken) =>
        adapter.SendNoContentAsync(
            new RequestInformation(Method.GET, "{+baseurl}/common/rate-cards", new Dictionary<string, object>(StringComparer.Ordinal)),
            errorMapping: null,
            cancellationToken);
}
