using Microsoft.CodeAnalysis;

namespace SieSmart.Analyzers.Symbols;

/// <summary>Tells test projects, where made-up versions and secrets belong: they are for stubs, not for a server.</summary>
internal static class TestProject
{
    private static readonly HashSet<string> Frameworks = new(StringComparer.OrdinalIgnoreCase)
    {
        "xunit.core", "xunit.v3.core", "nunit.framework", "MSTest.TestFramework",
        "Microsoft.VisualStudio.TestPlatform.TestFramework", "TUnit.Core",
    };

    /// <summary>Whether a project references a test framework.</summary>
    public static bool Is(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(assembly => Frameworks.Contains(assembly.Name));
}
