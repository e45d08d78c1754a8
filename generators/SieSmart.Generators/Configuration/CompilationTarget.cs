using Microsoft.CodeAnalysis.CSharp;

namespace SieSmart.Generators.Configuration;

/// <summary>What the consumer's compilation offers to generated code.</summary>
/// <param name="Types">Which of the types that generated code may need it has.</param>
/// <param name="LanguageVersion">The version of C#.</param>
internal sealed record CompilationTarget(ReferencedTypes Types, LanguageVersion LanguageVersion)
{
    /// <summary>The oldest C# that can read generated code.</summary>
    public const LanguageVersion MinimumLanguageVersion = LanguageVersion.CSharp9;

    /// <summary>Whether the compiler lets overloads be ranked; older ones refuse the attribute.</summary>
    public bool RanksOverloads => LanguageVersion >= LanguageVersion.CSharp13;
}
