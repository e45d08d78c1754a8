using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Parity.Tests.Inputs;
using SieSmart.Generators;
using SieSmart.Generators.Tests.Compiling;

namespace Parity.Tests.Clients;

/// <summary>The generator of this repository, run by the compiler over one document, in the mode in which it is to equal Kiota.</summary>
internal static class OurGenerator
{
    public static CompiledClient Generate(ParityDocument document, ClientForm form)
    {
        var item = new OpenApiDocument(document.Path, document.Text)
            .With("ClientName", "ApiClient")
            .With("Namespace", ParityDocument.Namespace)
            .With("Preconditions", "None")
            .With("DirectJson", "false")
            .With("BackwardCompatible", form == ClientForm.Older ? "true" : "false");
        var driver = CSharpGeneratorDriver.Create(
            [new OpenApiClientGenerator().AsSourceGenerator()], [new DocumentText(item)], ClientCompiler.ParseOptions, new MetadataOptionsProvider([item]));
        var result = driver.RunGenerators(ClientCompiler.Compilation([])).GetRunResult().Results.Single();
        return new CompiledClient(
            [.. result.GeneratedSources.Select(source => new ClientSource(source.HintName, source.SourceText.ToString()))],
            result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()));
    }
}
