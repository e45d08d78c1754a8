using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using SieSmart.CodeFixes.Calls;
using SieSmart.CodeFixes.Documents;

namespace SieSmart.CodeFixes.Rewriting;

/// <summary>Lets methods ask their callers for a version.</summary>
internal sealed class ETagParameter(BoundDocument document)
{
    /// <summary>The name that the parameter has if nothing else has it.</summary>
    public const string Name = "ifMatch";

    private const string EntryPoint = "Main";

    /// <summary>Adds the parameter to the method around a call; null if that has none, or others say what its parameters are.</summary>
    public (Document Document, string Name)? Add(OperationCall call)
    {
        if (call.Syntax.Body() is not MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } method
            || document.Model.GetDeclaredSymbol(method) is not IMethodSymbol { IsOverride: false, IsVirtual: false, IsAbstract: false, PartialDefinitionPart: null } symbol
            || string.Equals(symbol.Name, EntryPoint, StringComparison.Ordinal)
            || Implements(symbol))
        {
            return null;
        }

        var name = new VariableNames(document).Like(Name, call.Syntax);
        var parameter = SyntaxFactory.Parameter(SyntaxFactory.Identifier(name))
            .WithType(SyntaxFactory.ParseTypeName(document.Symbols.ETag.Name).WithTrailingTrivia(SyntaxFactory.Space))
            .WithAdditionalAnnotations(Formatter.Annotation);
        var parameters = method.ParameterList.Parameters;
        var optional = parameters.IndexOf(MustBeLast);
        var list = method.ParameterList.WithParameters(parameters.Insert(optional < 0 ? parameters.Count : optional, parameter));
        var changed = document.Root.ReplaceNode(method.ParameterList, list);
        return (document.Document.WithSyntaxRoot(Imports.Add(changed, document, method, document.Symbols.ETag)), name);
    }

    private bool MustBeLast(ParameterSyntax parameter) =>
        parameter.Default is not null
        || parameter.Modifiers.Any(SyntaxKind.ParamsKeyword)
        || document.Model.GetDeclaredSymbol(parameter)?.Type is { Name: nameof(CancellationToken) };

    private static bool Implements(IMethodSymbol method) =>
        method.ContainingType.AllInterfaces
            .SelectMany(type => type.GetMembers(method.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));
}
