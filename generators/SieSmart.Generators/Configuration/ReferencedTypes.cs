using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SieSmart.Generators.Configuration;

/// <summary>Which of the types that generated code may need are there.</summary>
/// <param name="HasRuntime">Whether SieSmart.Runtime is there.</param>
/// <param name="HasExperimentalAttribute">Whether the attribute that marks inferred members is there.</param>
/// <param name="HasOverloadResolutionPriorityAttribute">Whether the attribute that ranks overloads is there.</param>
internal sealed record ReferencedTypes(bool HasRuntime, bool HasExperimentalAttribute, bool HasOverloadResolutionPriorityAttribute)
{
    /// <summary>Looks at what a project references. It is asked again only if that changes, unlike a compilation, which every edit changes.</summary>
    /// <param name="references">The references.</param>
    /// <param name="assemblyName">The project's assembly, to which others may have opened their internals.</param>
    public static ReferencedTypes In(ImmutableArray<MetadataReference> references, string? assemblyName)
    {
        var compilation = CSharpCompilation.Create(assemblyName, syntaxTrees: [], references);
        return In(name => compilation.GetTypesByMetadataName(name).Any(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)));
    }

    /// <summary>Looks at what a project declares itself.</summary>
    public static ReferencedTypes DeclaredIn(Compilation compilation) => In(name =>
        // The first question is answered by names alone, without binding anything.
        compilation.ContainsSymbolsWithName(name.Substring(name.LastIndexOf('.') + 1), SymbolFilter.Type) &&
        compilation.Assembly.GetTypeByMetadataName(name) is not null);

    /// <summary>What is there if these are there as well as those.</summary>
    public ReferencedTypes And(ReferencedTypes other) => new(
        HasRuntime || other.HasRuntime,
        HasExperimentalAttribute || other.HasExperimentalAttribute,
        HasOverloadResolutionPriorityAttribute || other.HasOverloadResolutionPriorityAttribute);

    private static ReferencedTypes In(Func<string, bool> has) => new(
        has("SieSmart.Runtime.OperationContext"),
        has("System.Diagnostics.CodeAnalysis.ExperimentalAttribute"),
        has("System.Runtime.CompilerServices.OverloadResolutionPriorityAttribute"));
}
