using System.Text.RegularExpressions;
using DirectJson.Tests.Clients;
using DirectJson.Tests.RoundTrips;
using Parity.Tests.Inputs;

namespace DirectJson.Tests;

/// <summary>
/// Of each operation a body that its schema allows comes back equal when it was read and written: of the documents that travel with the
/// tests, or of those in the folder that <c>PARITY_DOCUMENTS</c> names, if it names one; <c>eng/vendors.sh</c> does.
/// </summary>
public sealed partial class RoundTripTests
{
    private const int Shown = 20;
    private const int LongestShown = 4000;

    private static IReadOnlyList<ParityDocument> Chosen => ParityDocuments.Vendors.Count > 0 ? ParityDocuments.Vendors : ParityDocuments.All;

    public static TheoryData<string> Documents => [.. Chosen.Select(document => document.Name)];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_body_of_each_operation_comes_back_equal(string name)
    {
        var document = Chosen.Single(document => document.Name == name);
        var said = ClientOf(document);
        var faults = said.Compiled.Faults.Concat(said.Compiled.Warnings).ToList();
        if (faults.Count > 0)
        {
            Record(name, $"-\t-\tdoesn't compile");
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults.Take(Shown)));
        using var changeable = new TemporaryDocument(WithoutReadOnly(document.Text), Path.GetExtension(document.Path));
        var client = document.Text == changeable.Document.Text ? said : ClientOf(changeable.Document);

        var trip = await RoundTrip.OfAsync(client);

        Record(name, $"{client.Executors.Count}\t{trip.Bodies}\t{(trip.Differences.Count == 0 ? "equal" : $"{trip.Differences.Count} differ")}");
        Assert.True(trip.Differences.Count == 0, $"{trip.Differences.Count} differ:\n{string.Join("\n", trip.Differences.Take(Shown).Select(Shortened))}");
    }

    /// <summary>Adds a line to the file that <c>ROUND_TRIP_RESULTS</c> names, if it names one.</summary>
    private static void Record(string name, FormattableString result)
    {
        if (Environment.GetEnvironmentVariable("ROUND_TRIP_RESULTS") is { Length: > 0 } file)
        {
            File.AppendAllText(file, FormattableString.Invariant($"{name}\t{FormattableString.Invariant(result)}\n"));
        }
    }

    /// <summary>The client of a document; of others' it is made anew, since many of them would not fit into memory.</summary>
    private static DirectClient ClientOf(ParityDocument document) => ParityDocuments.Vendors.Count > 0 ? DirectClient.New(document) : DirectClient.Of(document);

    private static string Shortened(string difference) => difference.Length <= LongestShown ? difference : difference[..LongestShown] + "…";

    /// <summary>What only a server sets is not written back, which is no loss.</summary>
    private static string WithoutReadOnly(string text) => ReadOnly().Replace(text, "${name}false");

    [GeneratedRegex("""(?<name>"?readOnly"?[ ]*:[ ]*)true""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ReadOnly();
}
