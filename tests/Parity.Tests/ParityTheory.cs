using Parity.Tests.Comparing;
using Parity.Tests.Differences;
using Parity.Tests.Inputs;

namespace Parity.Tests;

/// <summary>
/// At <c>Preconditions="None"</c> a client is, to its callers and to servers, the one that Kiota's own tool makes. There is a
/// class for each folder of documents, so that they are compared side by side.
/// </summary>
/// <typeparam name="T">The class.</typeparam>
public abstract class ParityTheory<T>(DocumentComparisons comparisons) : IClassFixture<DocumentComparisons>
    where T : IDocumentSource
{
    private const int Shown = 40;

#pragma warning disable CA1000 // Nobody but the test framework asks for it.
    public static TheoryData<string> Documents => [.. T.Documents.Select(document => document.Name)];
#pragma warning restore CA1000

    [Theory]
    [MemberData(nameof(Documents))]
    public Task Becomes_a_program(string document) => AssertSameAsync(document, ComparisonKind.Program);

    [Theory]
    [MemberData(nameof(Documents))]
    public Task Has_the_shape_of_the_official_client(string document) => AssertSameAsync(document, ComparisonKind.Shape);

    [Theory]
    [MemberData(nameof(Documents))]
    public Task Has_the_shape_of_the_official_client_for_older_callers(string document) => AssertSameAsync(document, ComparisonKind.OlderShape);

    [Theory]
    [MemberData(nameof(Documents))]
    public Task Sends_what_the_official_client_sends(string document) => AssertSameAsync(document, ComparisonKind.Request);

    [Theory]
    [MemberData(nameof(Documents))]
    public Task Reads_what_the_official_client_reads(string document) => AssertSameAsync(document, ComparisonKind.Answer);

    private async Task AssertSameAsync(string name, ComparisonKind kind)
    {
        var comparison = await comparisons.OfAsync(T.Documents.Single(document => string.Equals(document.Name, name, StringComparison.Ordinal)));
        var result = comparison.Result(kind);
        var unintended = comparison.Unintended().Where(difference => difference.Kind == kind).ToList();
        var missing = comparison.Intended().Where(entry => entry.Kind == kind && !result.Differences.Any(entry.Matches)).ToList();

        Assert.True(unintended.Count == 0, $"{unintended.Count} of {result.Compared} differ:\n{string.Join("\n", unintended.Take(Shown))}");
        Assert.True(missing.Count == 0, $"These are said to differ on purpose, but don't:\n{string.Join("\n", missing.Select(entry => entry.Subject))}");
    }
}
