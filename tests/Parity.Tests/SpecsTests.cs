using Parity.Tests.Comparing;
using Parity.Tests.Inputs;

namespace Parity.Tests;

/// <summary>The forms that OpenAPI has, a document for each topic.</summary>
public sealed class SpecsTests(DocumentComparisons comparisons) : ParityTheory<SpecsTests>(comparisons), IDocumentSource
{
    static IReadOnlyList<ParityDocument> IDocumentSource.Documents { get; } = [.. ParityDocuments.In("specs")];
}
