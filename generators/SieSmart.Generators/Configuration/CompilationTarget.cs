using Microsoft.CodeAnalysis.CSharp;
using SieSmart.Generators.Model;

namespace SieSmart.Generators.Configuration;

/// <summary>What the consumer's compilation offers to generated code.</summary>
/// <param name="Types">Which of the types that generated code may need it has.</param>
/// <param name="OldKiota">A package of Kiota that is too old, as name and version; null if there is none.</param>
/// <param name="LanguageVersion">The version of C#.</param>
internal sealed record CompilationTarget(ReferencedTypes Types, string? OldKiota, LanguageVersion LanguageVersion)
{
    /// <summary>The oldest C# that can read generated code.</summary>
    public const LanguageVersion MinimumLanguageVersion = LanguageVersion.CSharp9;

    // Compilers that load this generator may not know that version yet.
    private const LanguageVersion CSharp13 = (LanguageVersion)1300;

    /// <summary>Whether the compiler lets overloads be ranked; older ones refuse the attribute.</summary>
    public bool RanksOverloads => LanguageVersion >= CSharp13;

    /// <summary>What printers know of all this.</summary>
    public SourceDialect Dialect => new(RanksOverloads, LanguageVersion >= LanguageVersion.CSharp11, Types.HasDirectJson, Types.HasPipeline, Types.HasExperimentalMessage || !Types.HasExperimentalAttribute);

    /// <summary>Whether generated code would run on the packages that are there.</summary>
    public bool CanRun => OldKiota is null;

    /// <summary>Whether guards can be added to what others generated.</summary>
    public bool CanGuard => CanRun && Types.HasRuntime && LanguageVersion >= MinimumLanguageVersion;
}
