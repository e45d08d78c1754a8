using SieSmart.Models;

namespace QuickStart.Story;

/// <summary>An office, and what a proposal of it may be put together from.</summary>
internal sealed record OfficeChoices(
    Office Office,
    int OfficeId,
    IReadOnlyList<SalesContact> SalesContacts,
    IReadOnlyList<IacCode> AssetCodes,
    CalculationConfiguration Calculation,
    IReadOnlyList<RateCard> RateCards)
{
    /// <summary>Reads the lists of the first office that the credentials see.</summary>
    /// <exception cref="QuickStartException">A list is empty that a proposal can't do without.</exception>
    public static async Task<OfficeChoices> ReadAsync(SieSmartClient client, CancellationToken cancellationToken)
    {
        var offices = await client.Common.Offices.GetAsync(cancellationToken: cancellationToken);
        if (offices is not [{ Id: { } id } office, ..])
        {
            throw new QuickStartException("These credentials see no office, and a proposal needs one. Ask SFS to assign one to the client id.");
        }

        return new OfficeChoices(
            office,
            id,
            await client.Common.SalesContacts.GetAsync(request => request.QueryParameters.OfficeId = id, cancellationToken) ?? [],
            await client.Common.IacCodes.GetAsync(request => request.QueryParameters.OfficeId = id, cancellationToken) ?? [],
            await client.Common.CalculationConfiguration.GetAsync(request => request.QueryParameters.OfficeId = id, cancellationToken) ?? new(),
            await client.Common.RateCards.GetAsync(cancellationToken: cancellationToken) ?? []);
    }

    /// <summary>The most specific code: categories (ITE) and their leaves (ITE2201) come in one list.</summary>
    /// <exception cref="QuickStartException">The office has no asset codes.</exception>
    public IacCode AssetCode =>
        AssetCodes.MaxBy(code => code.IacCodeProp?.Length)
        ?? throw new QuickStartException($"Office {OfficeId} has no asset codes, and a proposal needs an asset. Ask SFS to assign some.");
}
