using Microsoft.CodeAnalysis;

namespace Parity.Tests.Shape;

/// <summary>Writes types down: in full those that the client declares, the others by their last name, and with what may be null.</summary>
internal static class TypeSpelling
{
    private static readonly SymbolDisplayFormat InFull = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);
    private static readonly SymbolDisplayFormat LastName = new(miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public static string Of(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => $"{Of(array.ElementType)}[]{Question(array)}",
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => Of(nullable.TypeArguments[0]) + "?",
        INamedTypeSymbol named => Named(named) + Question(named),
        _ => type.ToDisplayString(InFull),
    };

    private static string Named(INamedTypeSymbol type)
    {
        var name = type.Locations.Any(location => location.IsInSource) ? type.ToDisplayString(InFull) : type.ToDisplayString(LastName);
        return type.TypeArguments.Length == 0 ? name : $"{name}<{string.Join(", ", type.TypeArguments.Select(Of))}>";
    }

    private static string Question(ITypeSymbol type) => type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } ? "?" : "";
}
