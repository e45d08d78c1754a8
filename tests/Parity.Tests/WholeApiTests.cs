using Parity.Tests.Comparing;
using Parity.Tests.Inputs;

namespace Parity.Tests;

/// <summary>SieSmart's document, and those of other vendors that <c>PARITY_DOCUMENTS</c> leads to.</summary>
public sealed class WholeApiTests(DocumentComparisons comparisons) : ParityTheory<WholeApiTests>(comparisons), IDocumentSource
{
    static IReadOnlyList<ParityDocument> IDocumentSource.Documents { get; } = [.. ParityDocuments.In("spec"), .. ParityDocuments.Vendors];
}
