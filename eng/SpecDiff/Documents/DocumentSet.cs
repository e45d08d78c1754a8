using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SpecDiff.Documents;

/// <summary>A document with all that belongs to it.</summary>
/// <param name="Document">The document itself.</param>
/// <param name="Overlays">What changes it before it is read, in that order.</param>
/// <param name="References">The files that it and the overlays refer to.</param>
internal sealed record DocumentSet(AdditionalText Document, ImmutableArray<AdditionalText> Overlays, ImmutableArray<AdditionalText> References)
{
    /// <summary>All files.</summary>
    public ImmutableArray<AdditionalText> All => [Document, .. Overlays, .. References];
}
