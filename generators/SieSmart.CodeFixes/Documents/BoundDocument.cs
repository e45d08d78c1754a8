using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.CodeFixes.Documents;

/// <summary>A document with all that is known of it: its syntax, what that means, and what the runtime package is called there.</summary>
/// <param name="Document">The document.</param>
/// <param name="Root">Its syntax.</param>
/// <param name="Model">What the syntax means.</param>
/// <param name="Symbols">What the runtime package calls things.</param>
internal sealed record BoundDocument(Document Document, SyntaxNode Root, SemanticModel Model, RuntimeSymbols Symbols)
{
    /// <summary>The version of C# that the document is written in.</summary>
    public LanguageVersion LanguageVersion => ((CSharpParseOptions)Root.SyntaxTree.Options).LanguageVersion;

    /// <summary>Binds a document; null if it isn't C# or doesn't reference the runtime package.</summary>
    public static async Task<BoundDocument?> BindAsync(Document document, CancellationToken cancellationToken) =>
        await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
        && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
        && RuntimeSymbols.Find(model.Compilation) is { } symbols
            ? new BoundDocument(document, root, model, symbols)
            : null;

    /// <summary>What an expression refers to.</summary>
    public ISymbol? SymbolOf(SyntaxNode node) => Model.GetSymbolInfo(node).Symbol;

    /// <summary>The type of an expression.</summary>
    public ITypeSymbol? TypeOf(SyntaxNode node) => Model.GetTypeInfo(node).Type;

    /// <summary>Finds a node that was marked in this document or in one that it was made from.</summary>
    public T? Find<T>(SyntaxAnnotation mark)
        where T : SyntaxNode => Root.GetAnnotatedNodes(mark).OfType<T>().FirstOrDefault();

    /// <summary>The same document with another node in place of one.</summary>
    public Document With(SyntaxNode old, SyntaxNode replacement) => Document.WithSyntaxRoot(Root.ReplaceNode(old, replacement));
}
