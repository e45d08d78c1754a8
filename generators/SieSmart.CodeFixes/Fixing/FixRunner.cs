using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SieSmart.CodeFixes.Documents;

namespace SieSmart.CodeFixes.Fixing;

/// <summary>Applies a fix to diagnostics one after the other, and keeps what still compiles.</summary>
internal static class FixRunner
{
    /// <summary>Puts one diagnostic right; null if it can't be done.</summary>
    public static async Task<Document?> ApplyAsync(Document document, Diagnostic diagnostic, DocumentFix fix, CancellationToken cancellationToken)
    {
        var marked = await MarkAsync(document, [diagnostic], fix, cancellationToken).ConfigureAwait(false);
        return marked.Marks.Length == 0
            ? null
            : await TryAsync(marked.Document, marked.Marks[0], fix, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts right all that can be, in the order of the source: what one fix brings into scope serves the next.</summary>
    public static async Task<Document> ApplyAllAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, DocumentFix fix, CancellationToken cancellationToken)
    {
        var (current, all) = await MarkAsync(
            document, [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)], fix, cancellationToken).ConfigureAwait(false);
        foreach (var marks in all)
        {
            current = await TryAsync(current, marks, fix, cancellationToken).ConfigureAwait(false) ?? current;
        }

        return current;
    }

    // Places move while the document changes; marked nodes stay themselves.
    private static async Task<(Document Document, ImmutableArray<ImmutableArray<SyntaxAnnotation>> Marks)> MarkAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, DocumentFix fix, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return (document, []);
        }

        var found = diagnostics
            .Select(diagnostic => fix.Find(root, diagnostic))
            .Where(nodes => !nodes.IsEmpty)
            .Select(nodes => nodes.Select(node => (Node: node, Mark: new SyntaxAnnotation())).ToImmutableArray())
            .ToImmutableArray();
        var marks = found.SelectMany(nodes => nodes).ToLookup(node => node.Node, node => node.Mark);
        var marked = root.ReplaceNodes(marks.Select(node => node.Key), (old, current) => current.WithAdditionalAnnotations(marks[old]));
        return (document.WithSyntaxRoot(marked), [.. found.Select(nodes => nodes.Select(node => node.Mark).ToImmutableArray())]);
    }

    private static async Task<Document?> TryAsync(
        Document document, ImmutableArray<SyntaxAnnotation> marks, DocumentFix fix, CancellationToken cancellationToken)
    {
        if (await fix.ApplyAsync(document, marks, cancellationToken).ConfigureAwait(false) is not { } changed)
        {
            return null;
        }

        var before = await CountErrorsAsync(document, marks[0], cancellationToken).ConfigureAwait(false);
        var after = await CountErrorsAsync(changed, marks[0], cancellationToken).ConfigureAwait(false);
        return after <= before ? changed : null;
    }

    private static async Task<int> CountErrorsAsync(Document document, SyntaxAnnotation mark, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var body = root?.GetAnnotatedNodes(mark).FirstOrDefault()?.Body();
        return model?.GetDiagnostics(body?.Span, cancellationToken).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ?? 0;
    }
}
