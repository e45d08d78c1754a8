using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SieSmart.Generators.Configuration;

/// <summary>What the consumer's compilation offers to generated code.</summary>
/// <param name="HasRuntime">Whether it references SieSmart.Runtime.</param>
/// <param name="HasExperimentalAttribute">Whether its framework has the attribute that marks inferred members.</param>
/// <param name="HasOverloadResolutionPriorityAttribute">Whether its framework has the attribute that ranks overloads.</param>
/// <param name="LanguageVersion">The version of C#.</param>
internal sealed record CompilationTarget(bool HasRuntime, bool HasExperimentalAttribute, bool HasOverloadResolutionPriorityAttribute, LanguageVersion LanguageVersion)
{
    /// <summary>The oldest C# that can read generated code.</summary>
    public const LanguageVersion MinimumLanguageVersion = LanguageVersion.CSharp9;

    /// <summary>Whether the compiler lets overloads be ranked; older ones refuse the attribute.</summary>
    public bool RanksOverloads => LanguageVersion >= LanguageVersion.CSharp13;

    /// <summary>Looks at a compilation.</summary>
    public static CompilationTarget Of(Compilation compilation) => new(
        compilation.GetTypeByMetadataName("SieSmart.Runtime.OperationContext") is not null,
        Has(compilation, "System.Diagnostics.CodeAnalysis.ExperimentalAttribute"),
        Has(compilation, "System.Runtime.CompilerServices.OverloadResolutionPriorityAttribute"),
        (compilation as CSharpCompilation)?.LanguageVersion ?? LanguageVersion.Latest);

    private static bool Has(Compilation compilation, string attribute) =>
        compilation.GetTypesByMetadataName(attribute).Any(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly));
}
