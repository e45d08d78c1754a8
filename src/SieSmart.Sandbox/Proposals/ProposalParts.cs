using System.Text.Json;
using System.Text.Json.Nodes;
using SieSmart.Sandbox.Configuration;
using SieSmart.Sandbox.Errors;
using SieSmart.Sandbox.Json;

namespace SieSmart.Sandbox.Proposals;

/// <summary>Checks the parts of a proposal, and puts them into the form that is stored.</summary>
/// <remarks>Fields that are not known are stored too: what the vendor has there could not be read.</remarks>
internal static class ProposalParts
{
    // Far from where a sum of decimals would overflow.
    private const decimal MostMoney = 1_000_000_000_000m;

    public static JsonElement Customer(FieldReader customer)
    {
        customer.Text("companyName");
        customer.Text("registrationNumber");
        customer.Text("email");
        if (customer.Object("postalAddress") is { } address)
        {
            address.Text("street");
            address.Text("postalCode");
            address.Text("city");
            address.Text("countryCode");
        }

        // Read-only: it comes back in a customer that was read before, and has its own operation.
        return Without(customer.Json, "bankAccount");
    }

    public static JsonElement BankAccount(FieldReader account, OfficeConfiguration office)
    {
        if (!office.HasBankAccounts)
        {
            throw RequestRefusedException.Invalid(new FieldViolation(
                "officeId", "COUNTRY_WITHOUT_BANK_ACCOUNTS", "A bank account needs an office in Spain."));
        }

        var iban = account.Text("iban");
        account.Require("iban", iban);
        if (iban is not null && !Iban.IsValid(iban))
        {
            account.Refuse("iban", "INVALID", "is no IBAN: its check digits are wrong, or its form is");
        }

        account.Text("accountHolder");
        return account.Json;
    }

    public static JsonElement Asset(FieldReader asset, OfficeConfiguration office)
    {
        if (asset.Text("iacCode") is { } code && office.AssetCodes.All(known => known.IacCode != code))
        {
            asset.Refuse("iacCode", "UNKNOWN_VALUE", $"is none of the office's codes: '{code}'");
        }

        asset.Text("description");
        if (asset.Int32("quantity") < 1)
        {
            asset.Refuse("quantity", "OUT_OF_RANGE", "must be 1 or more");
        }

        if (asset.Decimal("unitPrice") is < 0 or > MostMoney)
        {
            asset.Refuse("unitPrice", "OUT_OF_RANGE", "must be 0 or more, and no more than a trillion");
        }

        return asset.Json;
    }

    public static JsonElement Calculation(FieldReader calculation, OfficeConfiguration office)
    {
        var choices = office.Calculation;
        Choose("marketProductId", choices.MarketProducts.Select(product => product.Id));
        Choose("pricelistId", choices.Pricelists.Select(pricelist => pricelist.Id));
        Choose("paymentMethodId", choices.PaymentMethods.Select(method => method.Id));
        var term = Choose("termInMonths", choices.Terms);

        var currency = calculation.Text("currency");
        if (currency is not null && currency != office.Currency)
        {
            calculation.Refuse("currency", "UNKNOWN_VALUE", $"must be {office.Currency} for this office");
        }

        var amount = calculation.Decimal("financedAmount");
        if (amount is <= 0 or > MostMoney)
        {
            calculation.Refuse("financedAmount", "OUT_OF_RANGE", "must be more than 0, and no more than a trillion");
        }

        var rate = office.RateCards.FirstOrDefault(card => card.TermInMonths == term);
        return amount is > 0 && rate is not null
            ? With(calculation.Json, "instalment", Instalment.Of(amount.Value, rate))
            : Without(calculation.Json, "instalment");

        int? Choose(string name, IEnumerable<int> known)
        {
            var value = calculation.Int32(name);
            if (value is not null && !known.Contains(value.Value))
            {
                calculation.Refuse(name, "UNKNOWN_VALUE", $"is none of the office's: {value}");
            }

            return value;
        }
    }

    private static JsonElement Without(JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out _))
        {
            return json;
        }

        var copy = JsonObject.Create(json)!;
        copy.Remove(name);
        return JsonSerializer.SerializeToElement(copy, SandboxJson.Options);
    }

    private static JsonElement With(JsonElement json, string name, decimal value)
    {
        var copy = JsonObject.Create(json)!;
        copy[name] = value;
        return JsonSerializer.SerializeToElement(copy, SandboxJson.Options);
    }
}
