using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using SieSmart.CodeFixes.Documents;
using SieSmart.CodeFixes.Fixing;
using SieSmart.CodeFixes.Rewriting;

namespace SieSmart.CodeFixes.Handlers;

/// <summary>Keeps a handler of many exceptions from those after which nobody knows what happened (SIE1008).</summary>
internal sealed class LetUnknownPassFix : DocumentFix
{
    private const string Variable = "exception";

    /// <inheritdoc/>
    public override ImmutableArray<SyntaxNode> Find(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<CatchClauseSyntax>() is { } handler ? [handler] : [];

    /// <inheritdoc/>
    public override async Task<Document?> ApplyAsync(Document document, ImmutableArray<SyntaxAnnotation> marks, CancellationToken cancellationToken)
    {
        if (await BoundDocument.BindAsync(document, cancellationToken).ConfigureAwait(false) is not { Symbols.OutcomeUnknown: { } unknown } bound
            || bound.Find<CatchClauseSyntax>(marks[0]) is not { } handler
            || handler.Declaration is { } declared && SymbolEqualityComparer.Default.Equals(bound.TypeOf(declared.Type), unknown))
        {
            return null;
        }

        var name = handler.Declaration is { Identifier: { RawKind: not 0 } known } ? known.ValueText : new VariableNames(bound).Within(Variable, handler);
        var test = $"{name} is not {unknown.Name}";
        var filter = handler.Filter is { } existing
            ? existing.WithFilterExpression(SyntaxFactory.ParseExpression($"{existing.FilterExpression.WithoutTrivia()} && {test}").WithTriviaFrom(existing.FilterExpression))
            : SyntaxFactory.CatchFilterClause(SyntaxFactory.ParseExpression(test)).WithAdditionalAnnotations(Formatter.Annotation);
        var changed = bound.Root.ReplaceNode(handler, Declare(handler, name, filter));
        changed = Imports.Add(changed, bound, handler.Block, unknown);
        if (handler.Declaration is null && bound.Model.Compilation.GetTypeByMetadataName("System.Exception") is { } exception)
        {
            changed = Imports.Add(changed, bound, handler.Block, exception);
        }

        return document.WithSyntaxRoot(changed);
    }

    // What ends the line stays at its end.
    private static CatchClauseSyntax Declare(CatchClauseSyntax handler, string name, CatchFilterClauseSyntax filter)
    {
        var last = handler.Filter?.GetLastToken() ?? handler.Declaration?.CloseParenToken ?? handler.CatchKeyword;
        var declaration = handler.Declaration switch
        {
            null => SyntaxFactory.CatchDeclaration(SyntaxFactory.IdentifierName("Exception"), SyntaxFactory.Identifier(name))
                .WithLeadingTrivia(SyntaxFactory.Space),
            { Identifier.RawKind: 0 } unnamed => unnamed.WithType(unnamed.Type.WithTrailingTrivia(SyntaxFactory.Space)).WithIdentifier(SyntaxFactory.Identifier(name)),
            var named => named,
        };
        if (declaration.Type.GetTrailingTrivia().Count == 0)
        {
            declaration = declaration.WithType(declaration.Type.WithTrailingTrivia(SyntaxFactory.Space));
        }

        return handler
            .WithCatchKeyword(handler.CatchKeyword.WithTrailingTrivia())
            .WithDeclaration(declaration.WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space))
            .WithFilter(filter.WithWhenKeyword(SyntaxFactory.Token(SyntaxKind.WhenKeyword).WithTrailingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(last.TrailingTrivia));
    }
}
