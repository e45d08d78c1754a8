using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SieSmart.Generators.Configuration;

/// <summary>What the consumer's compilation offers to generated code.</summary>
/// <param name="HasRuntime">Whether it references SieSmart.Runtime.</param>
/// <param name="HasExperimentalAttribute">Whether its framework has the attribute that marks inferred members.</param>
/// <param name="LanguageVersion">The version of C#.</param>
internal sealed record CompilationTarget(bool HasRuntime, bool HasExperimentalAttribute, LanguageVersion LanguageVersion)
{
    /// <summary>The oldest C# that can read generated code.</summary>
    public const LanguageVersion MinimumLanguageVersion = LanguageVersion.CSharp9;

    /// <summary>Looks at a compilation.</summary>
    public static CompilationTarget Of(Compilation compilation) => new(
        compilation.GetTypeByMetadataName("SieSmart.Runtime.OperationContext") is not null,
        compilation.GetTypesByMetadataName("System.Diagnostics.CodeAnalysis.ExperimentalAttribute").Any(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)),
        (compilation as CSharpCompilation)?.LanguageVersion ?? LanguageVersion.Latest);
}
