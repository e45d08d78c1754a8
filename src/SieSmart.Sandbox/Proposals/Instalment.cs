using SieSmart.Sandbox.Configuration;

namespace SieSmart.Sandbox.Proposals;

/// <summary>The monthly payment of an annuity in arrears.</summary>
internal static class Instalment
{
    public static decimal Of(decimal amount, RateCard card)
    {
        var rate = card.AnnualRatePercent / 1200m;
        var growth = 1m;
        for (var month = 0; month < card.TermInMonths; month++)
        {
            growth *= 1 + rate;
        }

        return decimal.Round(amount * rate * growth / (growth - 1), 2, MidpointRounding.AwayFromZero);
    }
}
