using Microsoft.CodeAnalysis;

namespace SieSmart.Generators.Configuration;

/// <summary>Which of the types that generated code may need are there.</summary>
/// <param name="HasRuntime">Whether SieSmart.Runtime is there.</param>
/// <param name="HasDirectJson">Whether the part of it is there that reads and writes JSON directly.</param>
/// <param name="HasPipeline">Whether SieSmart.Pipeline is there, in a version that takes a client's defaults.</param>
/// <param name="HasExperimentalAttribute">Whether the attribute that marks inferred members is there.</param>
/// <param name="HasExperimentalMessage">Whether that attribute has words of ours.</param>
/// <param name="HasOverloadResolutionPriorityAttribute">Whether the attribute that ranks overloads is there.</param>
internal sealed record ReferencedTypes(bool HasRuntime, bool HasDirectJson, bool HasPipeline, bool HasExperimentalAttribute, bool HasExperimentalMessage, bool HasOverloadResolutionPriorityAttribute)
{
    /// <summary>Looks at what a project references.</summary>
    /// <param name="compilation">A compilation of the references alone.</param>
    public static ReferencedTypes ReferencedBy(Compilation compilation) =>
        In(name => compilation.GetTypesByMetadataName(name).FirstOrDefault(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)));

    /// <summary>Looks at what a project declares itself.</summary>
    public static ReferencedTypes DeclaredIn(Compilation compilation) => In(name =>
        // The first question is answered by names alone, without binding anything.
        compilation.ContainsSymbolsWithName(name.Substring(name.LastIndexOf('.') + 1), SymbolFilter.Type) ? compilation.Assembly.GetTypeByMetadataName(name) : null);

    /// <summary>What is there if these are there as well as those.</summary>
    public ReferencedTypes And(ReferencedTypes other) => new(
        HasRuntime || other.HasRuntime,
        HasDirectJson || other.HasDirectJson,
        HasPipeline || other.HasPipeline,
        HasExperimentalAttribute || other.HasExperimentalAttribute,
        HasExperimentalMessage || other.HasExperimentalMessage,
        HasOverloadResolutionPriorityAttribute || other.HasOverloadResolutionPriorityAttribute);

    private static ReferencedTypes In(Func<string, INamedTypeSymbol?> find)
    {
        var experimental = find("System.Diagnostics.CodeAnalysis.ExperimentalAttribute");
        return new ReferencedTypes(
            find("SieSmart.Runtime.OperationContext") is not null,
            find("SieSmart.Runtime.DirectJson.IDirectJsonModel") is not null,
            find("SieSmart.Pipeline.ClientDefaults") is not null,
            experimental is not null,
            experimental?.GetMembers("Message").IsEmpty == false,
            find("System.Runtime.CompilerServices.OverloadResolutionPriorityAttribute") is not null);
    }
}
