using Parity.Tests.Comparing;
using Parity.Tests.Inputs;

namespace Parity.Tests;

/// <summary>What people reported who generate .NET clients.</summary>
public sealed class ReportsTests(DocumentComparisons comparisons) : ParityTheory<ReportsTests>(comparisons), IDocumentSource
{
    static IReadOnlyList<ParityDocument> IDocumentSource.Documents { get; } = [.. ParityDocuments.In("reports")];
}
