using Parity.Tests.Comparing;
using Parity.Tests.Inputs;

namespace Parity.Tests;

/// <summary>Forms on which Kiota's names, types and media types depend.</summary>
public sealed class RulesTests(DocumentComparisons comparisons) : ParityTheory<RulesTests>(comparisons), IDocumentSource
{
    static IReadOnlyList<ParityDocument> IDocumentSource.Documents { get; } = [.. ParityDocuments.In("rules")];
}
