using Microsoft.CodeAnalysis;
using Parity.Tests.Shape;
using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Parity;

/// <summary>The surface of the client of a small document.</summary>
internal static class ApiSurface
{
    /// <summary>The lines; the client compiles with and without the members for older callers.</summary>
    public static IReadOnlySet<string> Of(string paths, string components, string version = "3.0.3")
    {
        var document = new OpenApiDocument("/consumer/api.yaml", $"openapi: {version}\ninfo: {{ title: Api, version: '1' }}\npaths:\n{paths}\n{components}\n")
            .With("Namespace", "Api")
            .With("Preconditions", "None");
        var run = GeneratorRun.WithoutRuntime(TargetPlatform.Net100, document);

        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(run.Compile());
        Assert.Empty(GeneratorRun.WithoutRuntime(TargetPlatform.Net100, document.With("BackwardCompatible", "true")).Compile());
        return ShapeListing.Of(run.Compilation);
    }
}
