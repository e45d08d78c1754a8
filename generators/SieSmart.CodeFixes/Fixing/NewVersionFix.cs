using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SieSmart.Analyzers.Diagnostics;
using SieSmart.CodeFixes.Calls;
using SieSmart.CodeFixes.Documents;

namespace SieSmart.CodeFixes.Fixing;

/// <summary>Takes the new version from a write for a later write that uses an older one (SIE1002, SIE1005).</summary>
internal sealed class NewVersionFix : DocumentFix
{
    /// <summary>The rule whose diagnostics stand at the later write; the other's stand at the earlier one.</summary>
    public const string StaleETag = "SIE1002";

    /// <inheritdoc/>
    public override ImmutableArray<SyntaxNode> Find(SyntaxNode root, Diagnostic diagnostic)
    {
        // Of two writes at the same time none can wait for the other's version, and a function that writes gets it in ways of its own.
        if (diagnostic.AdditionalLocations.Count == 0
            || (diagnostic.Properties.TryGetValue(StaleETagCause.Key, out var cause) && cause is StaleETagCause.Concurrent or StaleETagCause.Call))
        {
            return [];
        }

        var here = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        var there = root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true);
        var (write, use) = string.Equals(diagnostic.Id, StaleETag, StringComparison.Ordinal) ? (there, here) : (here, there);
        return write.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
            && use.FirstAncestorOrSelf<ArgumentSyntax>() is { } argument
                ? [call, argument]
                : [];
    }

    /// <inheritdoc/>
    public override async Task<Document?> ApplyAsync(Document document, ImmutableArray<SyntaxAnnotation> marks, CancellationToken cancellationToken) =>
        await BoundDocument.BindAsync(document, cancellationToken).ConfigureAwait(false) is { } bound
        && bound.Find<InvocationExpressionSyntax>(marks[0]) is { } syntax
        && bound.Find<ArgumentSyntax>(marks[1]) is { } argument
        && new OperationCallReader(bound).Read(syntax) is { } write
            ? await new NewVersion(bound).TakeAsync(write, argument, argument.Expression, cancellationToken).ConfigureAwait(false)
            : null;
}
