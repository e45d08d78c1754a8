using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SieSmart.Analyzers.Symbols;
using SieSmart.CodeFixes.Calls;
using SieSmart.CodeFixes.Documents;
using SieSmart.CodeFixes.Variables;

namespace SieSmart.CodeFixes.Versions;

/// <summary>Tells of which resource versions are.</summary>
internal sealed class VersionOrigins(BoundDocument document, OperationCall target)
{
    private const int ETagElement = 1;

    private readonly OperationCallReader _calls = new(document);
    private readonly SameValue _values = new(document);
    private readonly VariableAssignments _assignments = new(document, target.Syntax.Body());

    /// <summary>Whether what a variable gets at one place is a version of the target's resource.</summary>
    public VersionMatch Match(VariableAssignment assignment) => assignment switch
    {
        { Value: null } => VersionMatch.Possible,
        { Element: ETagElement, Value: var result } => MatchResult(result),
        { Element: null, Value: var value } => MatchValue(value),
        _ => VersionMatch.Possible,
    };

    /// <summary>Whether a call returns a version of the target's resource.</summary>
    public VersionMatch MatchCall(OperationCall source)
    {
        if (source.Description.Scope is { } scope && target.Description.Scope is { } wanted)
        {
            return string.Equals(scope, wanted, StringComparison.Ordinal) && _values.AreSame(source.Resource, target.Resource, wanted)
                ? VersionMatch.Certain
                : VersionMatch.Foreign;
        }

        // What creates a resource has no id yet; the id of what it made leads to the same resource.
        return ResultVariable(source) is { } made && target.Resource.ArgumentsWithin(target.Description.Scope).Any(id => _values.IsMadeFrom(id, made))
            ? VersionMatch.Certain
            : VersionMatch.Foreign;
    }

    private VersionMatch MatchValue(ExpressionSyntax value)
    {
        var bare = value.Bare();
        if (bare.IsKind(SyntaxKind.DefaultLiteralExpression) || bare is DefaultExpressionSyntax or BaseObjectCreationExpressionSyntax)
        {
            return VersionMatch.Foreign;
        }

        if (bare is MemberAccessExpressionSyntax member && document.SymbolOf(member) is { } property)
        {
            return RuntimeSymbols.Same(property, document.Symbols.VersionedETag) ? MatchResult(member.Expression)
                : RuntimeSymbols.Same(property, document.Symbols.AnyETag) ? VersionMatch.Foreign
                : VersionMatch.Possible;
        }

        return document.Symbols.IsVersioned(document.TypeOf(bare)) ? MatchResult(bare) : MatchVariable(bare);
    }

    private VersionMatch MatchResult(ExpressionSyntax result) =>
        _calls.ReadResult(result) is { ReturnsVersion: true } source ? MatchCall(source) : MatchVariable(result.Bare());

    // A copy is a version of whatever its original was when it was taken.
    private VersionMatch MatchVariable(ExpressionSyntax expression)
    {
        var last = expression is IdentifierNameSyntax name && document.SymbolOf(name) is ILocalSymbol local
            ? _assignments.Of(local).LastOrDefault(assignment => assignment.Site.SpanStart < expression.SpanStart)
            : null;
        return last is null ? VersionMatch.Possible : Match(last);
    }

    private ISymbol? ResultVariable(OperationCall source)
    {
        var statement = source.Syntax.FirstAncestorOrSelf<StatementSyntax>();
        var declaration = statement?.DescendantNodes().FirstOrDefault(node => node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax);
        return declaration is null ? null : document.Model.GetDeclaredSymbol(declaration);
    }
}
