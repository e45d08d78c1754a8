using Microsoft.Extensions.Caching.Memory;
using SieSmart;
using SieSmart.Models;
using SieSmart.Runtime;

namespace CrmPortal.Offices;

/// <summary>Who may own a new proposal. Asked for once in ten minutes: each request counts against the rate limit.</summary>
internal sealed class SalesContactChoices(SieSmartClient client, IMemoryCache cache)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<SalesContactChoice>> ReadAsync(CancellationToken cancellationToken)
    {
        if (cache.TryGetValue<IReadOnlyList<SalesContactChoice>>(nameof(SalesContactChoices), out var known))
        {
            return known!;
        }

        var choices = new List<SalesContactChoice>();
        foreach (var office in await client.Common.Offices.GetAsync(cancellationToken: cancellationToken) ?? [])
        {
            choices.AddRange(await OfAsync(office, cancellationToken));
        }

        return cache.Set<IReadOnlyList<SalesContactChoice>>(nameof(SalesContactChoices), choices, Lifetime);
    }

    /// <summary>Who owns a proposal; null if that is nobody who is listed, or the list can't be read: a page is shown without it.</summary>
    public async Task<SalesContactChoice?> FindAsync(int? officeId, int? contactId)
    {
        try
        {
            return (await ReadAsync(CancellationToken.None)).FirstOrDefault(contact => contact.OfficeId == officeId && contact.ContactId == contactId);
        }
        catch (SieSmartException)
        {
            return null;
        }
    }

    private async Task<IEnumerable<SalesContactChoice>> OfAsync(Office office, CancellationToken cancellationToken)
    {
        var id = office.Id!.Value;
        var contacts = await client.Common.SalesContacts.GetAsync(request => request.QueryParameters.OfficeId = id, cancellationToken) ?? [];
        var usable = contacts.Where(contact => contact.Blocked != true).ToList();
        return usable.Count == 0
            ? [new SalesContactChoice($"{id}", id, office.Name ?? $"{id}", null, "Nobody in particular")]
            : usable.Select(contact => new SalesContactChoice($"{id}:{contact.Id}", id, office.Name ?? $"{id}", contact.Id, $"{contact.FirstName} {contact.LastName}"));
    }
}
