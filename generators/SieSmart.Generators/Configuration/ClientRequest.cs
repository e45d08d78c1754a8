using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Model;

namespace SieSmart.Generators.Configuration;

/// <summary>A document, and what its OpenApiClient item says.</summary>
/// <param name="Document">The document; compares by identity, which changes with its text.</param>
/// <param name="Options">What the item says; null if it makes no sense.</param>
/// <param name="Faults">What is wrong with the item.</param>
internal sealed record ClientRequest(AdditionalText Document, ClientOptions? Options, EquatableArray<Fault> Faults)
{
    /// <summary>The files that the document may lead to; they compare by identity too.</summary>
    public ImmutableArray<AdditionalText> ReferencedFiles { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(ClientRequest? other) =>
        other is not null && Document == other.Document && Options == other.Options && Faults == other.Faults && ReferencedFiles.SequenceEqual(other.ReferencedFiles);

    /// <inheritdoc/>
    public override int GetHashCode() => Document.GetHashCode();
}
