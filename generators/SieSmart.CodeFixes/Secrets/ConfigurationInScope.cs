using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.CodeFixes.Secrets;

/// <summary>Finds configuration that a place in the source can read.</summary>
internal static class ConfigurationInScope
{
    private const string ConfigurationType = "Microsoft.Extensions.Configuration.IConfiguration";
    private const string ConfigurationProperty = "Configuration";

    /// <summary>Ways to write it: variables and members that are one, and builders that have one. The nearest comes first.</summary>
    public static IEnumerable<string> Find(SemanticModel model, ExpressionSyntax place)
    {
        if (model.Compilation.GetTypeByMetadataName(ConfigurationType) is not { } configuration)
        {
            return [];
        }

        var found =
            from symbol in model.LookupSymbols(place.SpanStart)
            let type = TypeOf(symbol)
            where type is not null && IsDeclaredBefore(symbol, place)
            let suffix = Is(type, configuration) ? ""
                : type.GetMembers(ConfigurationProperty).OfType<IPropertySymbol>().Any(property => Is(property.Type, configuration)) ? "." + ConfigurationProperty
                : null
            where suffix is not null
            orderby suffix.Length, Distance(symbol)
            select symbol.Name + suffix;
        return found.ToList();
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    // A parameter of the type itself comes last: where a member has its value, to use both would keep it twice.
    private static int Distance(ISymbol symbol) => symbol switch
    {
        ILocalSymbol => 0,
        IParameterSymbol { ContainingSymbol: not IMethodSymbol { MethodKind: MethodKind.Constructor } } => 0,
        IParameterSymbol => 2,
        _ => 1,
    };

    private static bool Is(ITypeSymbol type, INamedTypeSymbol configuration) =>
        SymbolEqualityComparer.Default.Equals(type, configuration) || type.AllInterfaces.Contains(configuration, SymbolEqualityComparer.Default);

    private static bool IsDeclaredBefore(ISymbol symbol, ExpressionSyntax place) =>
        symbol is not ILocalSymbol
        || symbol.DeclaringSyntaxReferences.All(declaration => declaration.Span.End <= place.SpanStart);
}
