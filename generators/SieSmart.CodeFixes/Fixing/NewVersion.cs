using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SieSmart.Analyzers.Symbols;
using SieSmart.CodeFixes.Calls;
using SieSmart.CodeFixes.Documents;
using SieSmart.CodeFixes.Rewriting;
using SieSmart.CodeFixes.Variables;

namespace SieSmart.CodeFixes.Fixing;

/// <summary>Takes the new version from a guarded write, and uses it in the writes below.</summary>
internal sealed class NewVersion(BoundDocument document)
{
    private readonly OperationCallReader _calls = new(document);
    private readonly SameValue _values = new(document);

    /// <summary>Takes the version that a write returns.</summary>
    /// <param name="write">The write.</param>
    /// <param name="later">The later write that needs it; the write itself if it stands in a loop.</param>
    /// <param name="use">The ETag of the later write, which is to be the new version; null if it has none yet.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The changed document; null if the version can't be taken or can't be seen where it is needed.</returns>
    public async Task<Document?> TakeAsync(OperationCall write, SyntaxNode later, ExpressionSyntax? use, CancellationToken cancellationToken)
    {
        if (write.ETag is not { } spent)
        {
            return null;
        }

        var isSameVariable = use is null || string.Equals(use.Bare().ToString(), spent.Bare().ToString(), StringComparison.Ordinal);
        var results = new ResultCapturing(document);
        var own = !write.Syntax.Contains(later) && write.Syntax.Precedes(later) ? results.IntoNewVariable(write) : null;
        if (own is not { ChangesNothing: true }
            && isSameVariable
            && IsAssignable(spent.Bare())
            && results.Into(write, spent.Bare().ToString()) is { } assigned)
        {
            return document.Document.WithSyntaxRoot(assigned.Apply(document.Root));
        }

        if (own is not null)
        {
            return UseBelow(write, use, spent, own);
        }

        return isSameVariable && Hoist(write, spent.Bare()) is { } hoisted
            ? await TakeAgainAsync(hoisted.Document, hoisted.Write, cancellationToken).ConfigureAwait(false)
            : null;
    }

    private Document UseBelow(OperationCall write, ExpressionSyntax? use, ExpressionSyntax spent, ResultCapture capture)
    {
        var container = capture.Old.Container()!;
        var uses = LaterETags(write, container).Where(etag => _values.AreSame(etag, spent)).Append(use).OfType<ExpressionSyntax>().Distinct().ToList();
        var version = SyntaxFactory.ParseExpression(capture.Version);
        var mark = new SyntaxAnnotation();
        var root = document.Root.ReplaceNodes(
            uses.Append<SyntaxNode>(capture.Old),
            (old, current) => old == capture.Old ? current.WithAdditionalAnnotations(mark) : version.WithTriviaFrom(current));
        var statement = (StatementSyntax)root.GetAnnotatedNodes(mark).Single();
        return document.Document.WithSyntaxRoot(capture.ChangesNothing ? root : (capture with { Old = statement }).Apply(root));
    }

    // Only until the variable gets another value: from there on it is another version.
    private IEnumerable<ExpressionSyntax> LaterETags(OperationCall write, SyntaxNode container)
    {
        var end = container.Span.End;
        if (write.ETag is { } spent && Variable(spent) is { } variable)
        {
            end = new VariableAssignments(document, container).Of(variable)
                .Select(assignment => assignment.Site.SpanStart)
                .FirstOrDefault(place => place > write.Syntax.Span.End) is > 0 and var next ? next : end;
        }

        return _calls.ReadAll(container)
            .Where(call => call.Syntax.SpanStart > write.Syntax.Span.End && call.Syntax.SpanStart < end)
            .Where(call => string.Equals(call.Description.Scope, write.Description.Scope, StringComparison.Ordinal)
                && _values.AreSame(call.Resource, write.Resource, write.Description.Scope))
            .Select(call => call.ETag)
            .OfType<ExpressionSyntax>();
    }

    // What is no variable becomes one, above the loop or branch in which the write stands.
    private (Document Document, SyntaxAnnotation Write)? Hoist(OperationCall write, ExpressionSyntax spent)
    {
        if (spent is not MemberAccessExpressionSyntax
            || Variable(spent) is not { } variable
            || new VariableAssignments(document, write.Syntax.Body()).Of(variable).LastOrDefault(assignment => assignment.Site.Precedes(write.Syntax)) is not { } origin
            || origin.Site.FirstAncestorOrSelf<StatementSyntax>()?.Container() is not { } container
            || write.Syntax.Ancestors().OfType<StatementSyntax>().FirstOrDefault(statement => statement.Container() == container) is not { } outer)
        {
            return null;
        }

        var name = new VariableNames(document).ForVersion(write.Syntax);
        var mark = new SyntaxAnnotation();
        var call = new SyntaxAnnotation();
        var uses = LaterETags(write, container).Where(etag => _values.AreSame(etag, spent)).Append(write.ETag!).ToList();
        var root = document.Root.ReplaceNodes(
            uses.Append<SyntaxNode>(outer).Append(write.Syntax),
            (old, current) => old == outer ? current.WithAdditionalAnnotations(mark)
                : old == write.Syntax ? current.WithAdditionalAnnotations(call)
                : SyntaxFactory.IdentifierName(name).WithTriviaFrom(current));
        var statement = (StatementSyntax)root.GetAnnotatedNodes(mark).Single();
        var declaration = SyntaxFactory.ParseStatement($"var {name} = {spent};")
            .WithLeadingTrivia(statement.GetLeadingTrivia())
            .WithTrailingTrivia(statement.LineEnd());
        var indented = statement.WithLeadingTrivia(statement.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        var changed = statement.Parent is GlobalStatementSyntax global
            ? root.ReplaceNode(global, [global.WithStatement(declaration), global.WithStatement(indented)])
            : root.ReplaceNode(statement, [declaration, indented]);
        return (document.Document.WithSyntaxRoot(changed), call);
    }

    private static async Task<Document?> TakeAgainAsync(Document document, SyntaxAnnotation mark, CancellationToken cancellationToken) =>
        await BoundDocument.BindAsync(document, cancellationToken).ConfigureAwait(false) is { } bound
        && bound.Find<InvocationExpressionSyntax>(mark) is { } syntax
        && new OperationCallReader(bound).Read(syntax) is { ETag: { } etag } write
        && new ResultCapturing(bound).Into(write, etag.ToString()) is { } capture
            ? bound.Document.WithSyntaxRoot(capture.Apply(bound.Root))
            : null;

    private ISymbol? Variable(ExpressionSyntax version) => version.Bare() switch
    {
        IdentifierNameSyntax name => document.SymbolOf(name),
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name } member
            when RuntimeSymbols.Same(document.SymbolOf(member), document.Symbols.VersionedETag) => document.SymbolOf(name),
        _ => null,
    };

    private bool IsAssignable(ExpressionSyntax version) => document.SymbolOf(version) switch
    {
        ILocalSymbol local => !local.IsConst && !local.IsForEach && !local.IsUsing && local.RefKind == RefKind.None,
        IParameterSymbol parameter => parameter.RefKind is RefKind.None or RefKind.Ref or RefKind.Out,
        IFieldSymbol field => !field.IsReadOnly && version is IdentifierNameSyntax,
        _ => false,
    };
}
