using Microsoft.CodeAnalysis;

namespace SieSmart.Generators.Finding;

/// <summary>Spells types so that C# reads them anywhere.</summary>
internal static class Spelling
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>A type, with the question mark that it has.</summary>
    public static string Of(ITypeSymbol type) => type.ToDisplayString(Format);

    /// <summary>A type without the question mark that it may have.</summary>
    public static string OfValue(ITypeSymbol type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
        ? Of(nullable.TypeArguments[0])
        : Of(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
}
