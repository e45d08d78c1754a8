namespace SieSmart.Sandbox.Configuration;

/// <summary>The offices of the sandbox, one for each country that the vendor's pages name. All invented.</summary>
internal static class DemoConfiguration
{
    private static readonly IReadOnlyList<int> Terms = [12, 24, 36, 48, 60];

    public static IReadOnlyList<OfficeConfiguration> Offices { get; } =
    [
        Create(
            new Office(1001, "London", new PostalAddress("1 Sandbox Street", "EC1A 1AA", "London", "GB")),
            "GBP",
            Contact(10001001, "Ada", "Ferris", new Title(45, "Ms"), phone: null, officeId: 1001),
            Contact(10001002, "Tom", "Hale", new Title(44, "Mr"), phone: "+44 20 0000 0002", officeId: 1001)),
        Create(
            new Office(2001, "Madrid", new PostalAddress("Calle Prueba 2", "28001", "Madrid", "ES")),
            "EUR",
            Contact(10002001, "Lucía", "Prado", new Title(45, "Ms"), phone: "+34 910 000 001", officeId: 2001)),
        Create(
            new Office(3001, "New York", new PostalAddress("3 Sandbox Avenue", "10001", "New York", "US")),
            "USD",
            Contact(10003001, "June", "Miller", new Title(45, "Ms"), phone: "+1 212 000 0001", officeId: 3001)),
    ];

    public static OfficeConfiguration? Find(int officeId)
        => Offices.FirstOrDefault(configuration => configuration.Office.Id == officeId);

    private static SalesContact Contact(
        int id,
        string firstName,
        string lastName,
        Title title,
        string? phone,
        int officeId)
        => new(
            id,
            firstName,
            lastName,
            title,
            $"contact{id}@sandbox.example",
            phone,
            CellPhone: string.Empty,
            Fax: null,
            new Role("ROC_SAM", "Sales Manager"),
            Blocked: false,
            BlockedReason: null,
            LoginPresent: true,
            [officeId]);

    private static OfficeConfiguration Create(Office office, string currency, params IReadOnlyList<SalesContact> contacts)
    {
        var pricelistId = office.Id + 500;
        return new OfficeConfiguration(
            office,
            currency,
            contacts,
            [
                new AssetCode("ITE", "Computer equipment"),
                new AssetCode("ITE2201", "Desktop PC"),
                new AssetCode("ITE2202", "Server"),
                new AssetCode("MED", "Medical equipment"),
                new AssetCode("MED1101", "Ultrasound scanner"),
            ],
            new CalculationConfiguration(
                [new CalculationChoice(1, "Finance lease"), new CalculationChoice(2, "Hire purchase")],
                [new CalculationChoice(pricelistId, $"Standard {currency}")],
                [new CalculationChoice(1, "Direct debit"), new CalculationChoice(2, "Invoice")],
                Terms),
            [
                .. Terms.Select(term => new RateCard(
                    $"Standard {currency}, {term} months", pricelistId, currency, term, 7.5m - (term / 24m))),
            ]);
    }
}
