namespace Proposals.Configuration.RateCards
{
    public class RateCardsGetResponse
    {
    }
}

namespace Proposals.Models
{
    public class Error
    {
    }
}
