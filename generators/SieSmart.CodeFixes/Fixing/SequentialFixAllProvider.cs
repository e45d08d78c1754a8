using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SieSmart.CodeFixes.Fixing;

/// <summary>Fixes all diagnostics of a document, project or solution by one fix, one after the other in each document. Thread-safe.</summary>
internal sealed class SequentialFixAllProvider(string equivalenceKey, DocumentFix fix) : FixAllProvider
{
    private readonly FixAllProvider _documents = Create(async (context, document, diagnostics) =>
        await FixRunner.ApplyAllAsync(document, diagnostics, fix, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        string.Equals(fixAllContext.CodeActionEquivalenceKey, equivalenceKey, StringComparison.Ordinal)
            ? await _documents.GetFixAsync(fixAllContext).ConfigureAwait(false)
            : null;
}
