using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.Analyzers.Flow.Evaluation;

/// <summary>Tells properties that merely hold a value from those that run code.</summary>
internal sealed class PropertyKinds
{
    private const string CompilerGenerated = "CompilerGeneratedAttribute";

    private readonly Dictionary<IPropertySymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether reading a property twice gives the same value, unless somebody writes to it in between.</summary>
    public bool IsStored(IPropertySymbol property)
    {
        var definition = property.OriginalDefinition;
        if (!_known.TryGetValue(definition, out var isStored))
        {
            isStored = Decide(definition);
            _known.Add(definition, isStored);
        }

        return isStored;
    }

    private static bool Decide(IPropertySymbol property)
    {
        if (property.IsIndexer || property.IsAbstract || property.IsVirtual || property.IsOverride)
        {
            return false;
        }

        return property.DeclaringSyntaxReferences.Length == 0
            ? property.GetMethod?.GetAttributes().Any(attribute => string.Equals(attribute.AttributeClass?.Name, CompilerGenerated, StringComparison.Ordinal)) == true
            : property.DeclaringSyntaxReferences.All(declaration => declaration.GetSyntax() switch
            {
                // A parameter of a record.
                ParameterSyntax => true,
                PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: var accessors } =>
                    accessors.All(accessor => accessor is { Body: null, ExpressionBody: null }),
                _ => false,
            });
    }
}
