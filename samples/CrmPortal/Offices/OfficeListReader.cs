using System.Globalization;
using Microsoft.Extensions.Caching.Memory;
using SieSmart;
using SieSmart.Models;
using SieSmart.Runtime;

// What these lists hold is documented, what their fields are called is inferred: compare them with your own description.
#pragma warning disable SIE9001

namespace CrmPortal.Offices;

/// <summary>Reads what an office offers, once in ten minutes: each request counts against the rate limit.</summary>
internal sealed class OfficeListReader(SieSmartClient client, IMemoryCache cache)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <exception cref="SieSmartException">They can't be read; the message says why.</exception>
    public async Task<OfficeLists> ReadAsync(int officeId, CancellationToken cancellationToken)
    {
        var configuration = await OnceAsync($"calculation {officeId}", async () =>
            await client.Common.CalculationConfiguration.GetAsync(request => request.QueryParameters.OfficeId = officeId, cancellationToken) ?? new CalculationConfiguration());
        var codes = await OnceAsync($"codes {officeId}", async () =>
            await client.Common.IacCodes.GetAsync(request => request.QueryParameters.OfficeId = officeId, cancellationToken) ?? []);
        var rates = await OnceAsync("rates", async () => await client.Common.RateCards.GetAsync(cancellationToken: cancellationToken) ?? []);

        // A rate card belongs to a price list, and a price list to an office.
        var pricelists = Of(configuration.Pricelists);
        var ours = rates.Where(rate => pricelists.Any(pricelist => pricelist.Value == Text(rate.PricelistId))).ToList();
        return new OfficeLists(new Dictionary<OfficeList, IReadOnlyList<Choice>>
        {
            [OfficeList.AssetCodes] = [.. codes.Select(code => new Choice(code.IacCodeProp ?? string.Empty, $"{code.Name} ({code.IacCodeProp})"))],
            [OfficeList.Currencies] = [.. ours.Select(rate => rate.Currency).OfType<string>().Distinct(StringComparer.Ordinal).Select(currency => new Choice(currency, currency))],
            [OfficeList.PaymentMethods] = Of(configuration.PaymentMethods),
            [OfficeList.Pricelists] = pricelists,
            [OfficeList.Products] = Of(configuration.MarketProducts),
            [OfficeList.Terms] = [.. (configuration.Terms ?? []).OfType<int>().Select(term => new Choice(Text(term), WithRate(term, ours)))],
        });
    }

    /// <summary>For a page that must be shown in any case: it has what somebody typed.</summary>
    /// <param name="officeId">The office; null if the portal doesn't know it.</param>
    public async Task<OfficeLists> ReadOrNoneAsync(int? officeId)
    {
        try
        {
            return officeId is { } office ? await ReadAsync(office, CancellationToken.None) : OfficeLists.None;
        }
        catch (SieSmartException)
        {
            return OfficeLists.None;
        }
    }

    private async Task<T> OnceAsync<T>(string key, Func<Task<T>> read)
        where T : class =>
        cache.Get<T>(key) ?? cache.Set(key, await read(), Lifetime);

    private static List<Choice> Of(List<CalculationChoice>? choices) =>
        [.. (choices ?? []).Select(choice => new Choice(Text(choice.Id), choice.Name ?? Text(choice.Id)))];

    private static string WithRate(int term, IReadOnlyList<RateCard> rates) =>
        rates.Where(rate => rate.TermInMonths == term && rate.AnnualRatePercent is not null).ToList() is [var only]
            ? string.Create(CultureInfo.CurrentCulture, $"{term} (at {only.AnnualRatePercent:0.00} % a year)")
            : Text(term);

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}
