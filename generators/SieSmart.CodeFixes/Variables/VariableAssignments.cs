using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SieSmart.Analyzers.Symbols;
using SieSmart.CodeFixes.Documents;

namespace SieSmart.CodeFixes.Variables;

/// <summary>Finds where variables get their values in a piece of code.</summary>
internal sealed class VariableAssignments(BoundDocument document, SyntaxNode body)
{
    /// <summary>All places at which a variable may get a value, in the order in which they stand in the source.</summary>
    public IEnumerable<VariableAssignment> Of(ISymbol variable) =>
        body.DescendantNodesAndSelf().Select(node => Read(node, variable)).OfType<VariableAssignment>();

    /// <summary>The value that a local has from its declaration on; null if it ever changes.</summary>
    public ExpressionSyntax? OnlyValue(ILocalSymbol local)
    {
        var assignments = Of(local).Take(2).ToList();
        return assignments.Count == 1 && assignments[0] is { Site: VariableDeclaratorSyntax, Value: { } value } ? value : null;
    }

    private VariableAssignment? Read(SyntaxNode node, ISymbol variable) => node switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value } declarator when IsDeclaration(declarator, declarator.Identifier, variable) =>
            new VariableAssignment(declarator, value, Element: null),
        ForEachStatementSyntax loop when IsDeclaration(loop, loop.Identifier, variable) => new VariableAssignment(loop, Value: null, Element: null),
        SingleVariableDesignationSyntax designation when IsDeclaration(designation, designation.Identifier, variable) => Designated(designation),
        IdentifierNameSyntax name when name.Identifier.ValueText == variable.Name && Written(name) is { } written && RuntimeSymbols.Same(document.SymbolOf(name), variable) =>
            written,
        _ => null,
    };

    private bool IsDeclaration(SyntaxNode declaration, SyntaxToken name, ISymbol variable) =>
        name.ValueText == variable.Name && RuntimeSymbols.Same(document.Model.GetDeclaredSymbol(declaration), variable);

    private static VariableAssignment Designated(SingleVariableDesignationSyntax designation)
    {
        (ExpressionSyntax? target, int? element) = designation.Parent switch
        {
            ParenthesizedVariableDesignationSyntax { Parent: DeclarationExpressionSyntax declaration } all => (declaration, all.Variables.IndexOf(designation)),
            DeclarationExpressionSyntax { Parent: ArgumentSyntax { Parent: TupleExpressionSyntax tuple } argument } => (tuple, tuple.Arguments.IndexOf(argument)),
            _ => (default(ExpressionSyntax), default(int?)),
        };
        return target?.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target
            ? new VariableAssignment(designation, assignment.Right, element)
            : new VariableAssignment(designation, Value: null, Element: null);
    }

    private static VariableAssignment? Written(IdentifierNameSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax assignment when assignment.Left == name =>
            new VariableAssignment(name, assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) ? assignment.Right : null, Element: null),
        ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } tuple } argument when assignment.Left == tuple =>
            new VariableAssignment(name, assignment.Right, tuple.Arguments.IndexOf(argument)),
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } => new VariableAssignment(name, Value: null, Element: null),
        _ => null,
    };
}
