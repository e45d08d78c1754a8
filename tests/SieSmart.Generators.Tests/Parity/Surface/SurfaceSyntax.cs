using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SieSmart.Generators.Tests.Parity.Surface;

/// <summary>How sources are parsed: Kiota writes many members twice, and only the annotated one is to exist.</summary>
internal static class SurfaceSyntax
{
    private static readonly CSharpParseOptions Options = new(
        LanguageVersion.Latest,
        preprocessorSymbols:
        [
            "NETSTANDARD2_1_OR_GREATER",
            "NETCOREAPP3_1_OR_GREATER",
            "NET5_0_OR_GREATER",
            "NET8_0_OR_GREATER",
        ]);

    public static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, Options);
}
