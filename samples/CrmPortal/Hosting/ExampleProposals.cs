using CrmPortal.Assets;
using CrmPortal.Book;
using CrmPortal.Creating;
using CrmPortal.Editing;
using SieSmart.Models;

namespace CrmPortal.Hosting;

/// <summary>Made-up proposals for a first look. In a sandbox only.</summary>
internal sealed class ExampleProposals(ProposalBook book, ProposalCreation creation)
{
    private const int LondonOffice = 1001;
    private const int LondonContact = 10001001;

    private static readonly IReadOnlyList<Example> Examples =
    [
        new("Imaging suite", "Example General Hospital", "estates@hospital.example", "York", "MED1101", "310000.00", "60", IsSubmitted: true),
        new("Fork-lift trucks, warehouse 3", "Example Logistics Ltd", "office@logistics.example", "Bristol", null, "48000.00", "36", IsSubmitted: false),
        new("Ultrasound scanner", "St. Example Clinic", "purchasing@clinic.example", "Leeds", "MED1101", "126500.00", "60", IsSubmitted: true),
        new("Desktop PCs for the new floor", "Sample & Daughters LLP", "it@sample-daughters.example", "London", "ITE2201", "19750.00", "24", IsSubmitted: false),
    ];

    public async Task FillEmptyBookAsync()
    {
        if (book.List().Count > 0)
        {
            return;
        }

        foreach (var example in Examples)
        {
            var created = await creation.CreateAsync(new Draft(Guid.NewGuid(), LondonOffice, LondonContact, example.Label, new FieldValues
            {
                [CustomerPart.CompanyName] = example.Company,
                [CustomerPart.Email] = example.Email,
                [CustomerPart.City] = example.City,
                [AssetForm.Kind] = example.AssetCode ?? string.Empty,
                [AssetForm.Description] = example.Label,
                [AssetForm.Quantity] = "1",
                [AssetForm.UnitPrice] = example.Amount,
                [CalculationPart.FinancedAmount] = example.Amount,
                [CalculationPart.Currency] = "GBP",
                [CalculationPart.TermInMonths] = example.Term,
                [CalculationPart.Product] = "1",
                [CalculationPart.Pricelist] = "1501",
                [CalculationPart.PaymentMethod] = "1",
            }));
            if (example.IsSubmitted)
            {
                await created!.SubmitForDecisionAsync(new DecisionRequest { SiemensMayContactCustomer = false, SiemensMayRequestCreditData = false, Prelease = false });
                book.Note(created.Current);
            }
        }
    }

    private sealed record Example(string Label, string Company, string Email, string City, string? AssetCode, string Amount, string Term, bool IsSubmitted);
}
