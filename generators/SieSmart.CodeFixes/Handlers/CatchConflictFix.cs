using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SieSmart.Analyzers.Symbols;
using SieSmart.CodeFixes.Documents;
using SieSmart.CodeFixes.Fixing;
using SieSmart.CodeFixes.Rewriting;

namespace SieSmart.CodeFixes.Handlers;

/// <summary>Lets a handler catch a conflict as what it is thrown as (SIE1009).</summary>
internal sealed class CatchConflictFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<SyntaxNode> Find(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<CatchClauseSyntax>() is { } handler ? [handler] : [];

    /// <inheritdoc/>
    public override async Task<Document?> ApplyAsync(Document document, ImmutableArray<SyntaxAnnotation> marks, CancellationToken cancellationToken)
    {
        if (await BoundDocument.BindAsync(document, cancellationToken).ConfigureAwait(false) is not { Symbols.PreconditionFailed: { } conflict } bound
            || bound.Find<CatchClauseSyntax>(marks[0]) is not { Declaration: { } declaration, Filter: { } filter } handler)
        {
            return null;
        }

        var model = declaration.Type.WithoutTrivia().ToString();
        var variable = declaration.Identifier.RawKind == 0 ? null : bound.Model.GetDeclaredSymbol(declaration, cancellationToken);
        var ofModel = handler.Block.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Where(access => access.Expression is IdentifierNameSyntax name && RuntimeSymbols.Same(bound.SymbolOf(name), variable) && !IsOf(conflict, bound.SymbolOf(access)))
            .ToList();
        var block = handler.Block.ReplaceNodes(ofModel, (old, _) => SyntaxFactory
            .ParseExpression($"({old.Expression.WithoutTrivia()}.Error as {model})?.{old.Name.WithoutTrivia()}")
            .WithTriviaFrom(old));
        var changed = handler
            .WithDeclaration(declaration
                .WithType(SyntaxFactory.IdentifierName(conflict.Name).WithTriviaFrom(declaration.Type))
                .WithTrailingTrivia(filter.GetTrailingTrivia()))
            .WithFilter(null)
            .WithBlock(block);
        return document.WithSyntaxRoot(Imports.Add(bound.Root.ReplaceNode(handler, changed), bound, handler.Block, conflict));
    }

    // An overriding member of the model is the same question to the conflict.
    private static bool IsOf(INamedTypeSymbol conflict, ISymbol? member)
    {
        for (INamedTypeSymbol? current = conflict; current is not null; current = current.BaseType)
        {
            if (member is null || current.GetMembers(member.Name).Any(other => other.DeclaredAccessibility == Accessibility.Public))
            {
                return true;
            }
        }

        return false;
    }
}
