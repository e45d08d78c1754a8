using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Model;
using SieSmart.Generators.Reading;

namespace SieSmart.Generators.Configuration;

/// <summary>A document, and what its OpenApiClient item says.</summary>
/// <param name="Document">The document; compares by identity, which changes with its text.</param>
/// <param name="Options">What the item says; null if it makes no sense.</param>
/// <param name="Faults">What is wrong with the item.</param>
internal sealed record ClientRequest(AdditionalText Document, ClientOptions? Options, EquatableArray<Fault> Faults)
{
    /// <summary>The files that the document may lead to; they compare by identity too.</summary>
    public ImmutableArray<AdditionalText> ReferencedFiles { get; init; } = [];

    /// <summary>The overlays that change the document; they compare by identity too.</summary>
    public ImmutableArray<AdditionalText> Overlays { get; init; } = [];

    /// <summary>The same request with those of the project's overlays that its item names; one that is missing is a fault.</summary>
    public ClientRequest WithOverlays(ImmutableArray<AdditionalText> all)
    {
        if (Options is not { Overlays: { IsEmpty: false } paths })
        {
            return this;
        }

        var found = paths.Select(path => (Path: path, Text: all.FirstOrDefault(text => string.Equals(RelativePaths.Normalize(text.Path), RelativePaths.Normalize(path), StringComparison.OrdinalIgnoreCase)))).ToList();
        var missing = found.FindAll(overlay => overlay.Text is null).ConvertAll(overlay => new Fault(
            DiagnosticRules.UnreadableOverlay, overlay.Path, default, new EquatableArray<string>(["the project has no such file. Correct the path in Overlay"])));
        return this with
        {
            Overlays = found.Select(overlay => overlay.Text).OfType<AdditionalText>().ToImmutableArray(),
            Faults = Faults.Concat(missing).ToEquatableArray(),
        };
    }

    /// <summary>The same request with those of the project's documents to which it and its overlays may lead.</summary>
    public ClientRequest WithReferencedFiles(ImmutableArray<AdditionalText> all, CancellationToken cancellationToken) =>
        this with { ReferencedFiles = Reading.ReferencedFiles.Of([Document, .. Overlays], all, cancellationToken) };

    /// <inheritdoc/>
    public bool Equals(ClientRequest? other) =>
        other is not null && Document == other.Document && Options == other.Options && Faults == other.Faults && ReferencedFiles.SequenceEqual(other.ReferencedFiles) && Overlays.SequenceEqual(other.Overlays);

    /// <inheritdoc/>
    public override int GetHashCode() => Document.GetHashCode();
}
