namespace CrmPortal.Offices;

/// <summary>What an office offers to choose from.</summary>
public enum OfficeList
{
    AssetCodes,

    Currencies,

    PaymentMethods,

    Pricelists,

    Products,

    Terms,
}
