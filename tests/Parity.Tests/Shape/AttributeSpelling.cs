using Microsoft.CodeAnalysis;

namespace Parity.Tests.Shape;

/// <summary>Finds attributes by their names.</summary>
internal static class AttributeSpelling
{
    public static bool Has(ISymbol symbol, string attribute) => Find(symbol, attribute) is not null;

    /// <summary>The one value that an attribute holds: its argument, or the property that is set. Null without the attribute.</summary>
    public static string? Value(ISymbol symbol, string attribute) => Find(symbol, attribute) is not { } found ? null
        : found.ConstructorArguments.Concat(found.NamedArguments.Select(argument => argument.Value)).Select(argument => argument.Value?.ToString()).FirstOrDefault();

    private static AttributeData? Find(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().FirstOrDefault(data => string.Equals(data.AttributeClass?.Name, attribute, StringComparison.Ordinal));
}
