using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Parity;

/// <summary>The generator over one of the documents.</summary>
internal static class ParityRuns
{
    /// <summary>The run whose client is to look like Kiota's: it needs nothing but Kiota's packages.</summary>
    public static GeneratorRun LikeKiota(string document, TargetPlatform target) =>
        GeneratorRun.WithoutRuntime(target, Document(document, "None").With("DirectJson", "false"));

    /// <summary>The same with the members that Kiota keeps for callers of older clients.</summary>
    public static GeneratorRun LikeOlderKiota(string document, TargetPlatform target) =>
        GeneratorRun.WithoutRuntime(target, Document(document, "None").With("DirectJson", "false").With("BackwardCompatible", "true"));

    /// <summary>The run whose writes are guarded.</summary>
    public static GeneratorRun Guarded(string document, TargetPlatform target) =>
        GeneratorRun.Of(target, Document(document, "Required"));

    public static OpenApiDocument Document(string name, string preconditions) =>
        new OpenApiDocument($"/consumer/{name}.yaml", ParityFiles.Document(name))
            .With("ClientName", "ApiClient")
            .With("Namespace", ParityFiles.Namespace(name))
            .With("Preconditions", preconditions);
}
