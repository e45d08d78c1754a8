using CrmPortal.Book;
using CrmPortal.Creating;
using CrmPortal.Editing;

namespace CrmPortal.Hosting;

/// <summary>Made-up proposals for a first look. In a sandbox only.</summary>
internal sealed class ExampleProposals(ProposalBook book, ProposalCreation creation)
{
    private const int LondonOffice = 1001;
    private const int LondonContact = 10001001;

    private static readonly IReadOnlyList<(string Label, string Company, string Email, string City, string Amount, string Term)> Examples =
    [
        ("Fork-lift trucks, warehouse 3", "Example Logistics Ltd", "office@logistics.example", "Bristol", "48000.00", "36"),
        ("Ultrasound scanner", "St. Example Clinic", "purchasing@clinic.example", "Leeds", "126500.00", "60"),
        ("Desktop PCs for the new floor", "Sample & Daughters LLP", "it@sample-daughters.example", "London", "19750.00", "24"),
    ];

    public async Task FillEmptyBookAsync()
    {
        if (book.List().Count > 0)
        {
            return;
        }

        foreach (var (label, company, email, city, amount, term) in Examples)
        {
            await creation.CreateAsync(new Draft(
                Guid.NewGuid(),
                LondonOffice,
                LondonContact,
                label,
                new FieldValues { [CustomerPart.CompanyName] = company, [CustomerPart.Email] = email, [CustomerPart.City] = city },
                new FieldValues { [CalculationPart.FinancedAmount] = amount, [CalculationPart.Currency] = "GBP", [CalculationPart.TermInMonths] = term }));
        }
    }
}
