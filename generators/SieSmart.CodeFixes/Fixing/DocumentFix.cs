using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SieSmart.CodeFixes.Fixing;

/// <summary>Puts one diagnostic right, in a document that others may have been put right in before. Immutable.</summary>
internal abstract class DocumentFix
{
    /// <summary>The nodes that a diagnostic is about; empty if the fix is not for it.</summary>
    public abstract ImmutableArray<SyntaxNode> Find(SyntaxNode root, Diagnostic diagnostic);

    /// <summary>Puts the diagnostic right; null if it can't be done.</summary>
    /// <param name="document">The document.</param>
    /// <param name="marks">What the nodes that the diagnostic is about are marked with.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task<Document?> ApplyAsync(Document document, ImmutableArray<SyntaxAnnotation> marks, CancellationToken cancellationToken);
}
