using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.CodeFixes.Secrets;

/// <summary>The constant in which a secret stands, if it isn't written where it is used.</summary>
internal sealed class SecretConstant
{
    private readonly SyntaxNode _root;
    private readonly ExpressionSyntax _use;
    private readonly SyntaxNode? _declaration;

    /// <summary>Looks for the constant that an expression is.</summary>
    public SecretConstant(SyntaxNode root, SemanticModel model, ExpressionSyntax use)
    {
        _root = root;
        _use = use;
        if (use.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(name => model.GetSymbolInfo(name).Symbol).FirstOrDefault(IsConstant) is not { } constant)
        {
            return;
        }

        _declaration = Declaration(constant);
        IsElsewhere = _declaration is null || IsUsedElsewhere(model, constant);
    }

    /// <summary>Whether the secret would stay in the source, because others use the constant, or may.</summary>
    public bool IsElsewhere { get; }

    /// <summary>Puts a value where the constant was used, and takes the constant out.</summary>
    public SyntaxNode Replace(ExpressionSyntax value)
    {
        if (_declaration is null)
        {
            return _root.ReplaceNode(_use, value);
        }

        var mark = new SyntaxAnnotation();
        var marked = _root.ReplaceNodes([_use, _declaration], (old, current) => old == _use ? value : current.WithAdditionalAnnotations(mark));
        return marked.RemoveNode(marked.GetAnnotatedNodes(mark).Single(), SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    private static bool IsConstant(ISymbol? symbol) => symbol is ILocalSymbol { IsConst: true } or IFieldSymbol { IsConst: true };

    private SyntaxNode? Declaration(ISymbol constant)
    {
        var isOwn = constant is ILocalSymbol or IFieldSymbol { DeclaredAccessibility: Accessibility.Private };
        return isOwn
            && constant.DeclaringSyntaxReferences is { Length: 1 } references
            && references[0].SyntaxTree == _root.SyntaxTree
            && references[0].GetSyntax() is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: { } declaration } }
                ? declaration.Parent is GlobalStatementSyntax global ? global : declaration
                : null;
    }

    private bool IsUsedElsewhere(SemanticModel model, ISymbol constant) =>
        _root.DescendantNodes().OfType<SimpleNameSyntax>()
            .Any(name => name.Identifier.ValueText == constant.Name
                && !_use.Span.Contains(name.Span)
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, constant));
}
