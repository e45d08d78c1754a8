using System.Globalization;
using DirectJson.Tests.Clients;
using DirectJson.Tests.RoundTrips;
using Parity.Tests.Inputs;

namespace DirectJson.Tests;

/// <summary>
/// Of each operation a body that its schema allows comes back equal when it was read and written: of the documents that travel with the
/// tests, or of those in the folder that <c>PARITY_DOCUMENTS</c> names, if it names one; <c>eng/vendors.sh</c> does.
/// </summary>
public sealed class RoundTripTests
{
    private const int Shown = 20;
    private const int LongestShown = 4000;

    private static IReadOnlyList<ParityDocument> Chosen => ParityDocuments.Vendors.Count > 0 ? ParityDocuments.Vendors : ParityDocuments.All;

    public static TheoryData<string> Documents => [.. Chosen.Select(document => document.Name)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Compiles_without_a_warning(string name)
    {
        var client = DirectClient.Of(Chosen.Single(document => document.Name == name));

        Assert.Empty(client.Compiled.Faults);
        Assert.Empty(client.Compiled.Warnings);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_body_of_each_operation_comes_back_equal(string name)
    {
        var document = Chosen.Single(document => document.Name == name);
        using var written = new TemporaryDocument(WithoutReadOnly(document.Text), Path.GetExtension(document.Path));
        var client = DirectClient.Of(document.Text == written.Document.Text ? document : written.Document);
        var trip = await RoundTrip.OfAsync(client);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {client.Executors.Count} operations, {trip.Bodies} bodies, {trip.Differences.Count} differ"));
        Assert.True(trip.Differences.Count == 0, $"{trip.Differences.Count} differ:\n{string.Join("\n", trip.Differences.Take(Shown).Select(Shortened))}");
    }

    private static string Shortened(string difference) => difference.Length <= LongestShown ? difference : difference[..LongestShown] + "…";

    /// <summary>What only a server sets is not written back, which is no loss.</summary>
    private static string WithoutReadOnly(string text) => text
        .Replace("readOnly: true", "readOnly: false", StringComparison.Ordinal)
        .Replace("\"readOnly\": true", "\"readOnly\": false", StringComparison.Ordinal)
        .Replace("\"readOnly\":true", "\"readOnly\":false", StringComparison.Ordinal);
}
