using Parity.Tests.Comparing;
using Parity.Tests.Inputs;

namespace Parity.Tests;

/// <summary>One rule of Kiota's each, as small as can be.</summary>
public sealed class CasesTests(DocumentComparisons comparisons) : ParityTheory<CasesTests>(comparisons), IDocumentSource
{
    static IReadOnlyList<ParityDocument> IDocumentSource.Documents { get; } = [.. ParityDocuments.In("cases")];
}
