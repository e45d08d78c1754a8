using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.Generators.Benchmarks;

/// <summary>A project with one document, and what people do to it. Each step goes on from where the last one ended, as in an editor.</summary>
internal sealed class Workload
{
    private readonly string[] _texts;
    private readonly bool _hasDirectJson;
    private GeneratorDriver _driver;
    private CSharpCompilation _compilation;
    private DocumentText _document;
    private int _edits;

    /// <param name="text">The document.</param>
    /// <param name="hasDirectJson">Whether its models read and write JSON by themselves.</param>
    public Workload(string text, bool hasDirectJson = true)
    {
        _hasDirectJson = hasDirectJson;
        _texts = [text, text.Replace(SyntheticDocument.EditedDescription, "Edited.", StringComparison.Ordinal)];
        _document = new DocumentText(text);
        _compilation = CSharpCompilation.Create(
            "Consumer",
            [CSharpSyntaxTree.ParseText("class Program { }")],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        _driver = CreateDriver().RunGenerators(_compilation);
        var result = _driver.GetRunResult().Results.Single();
        Types = result.GeneratedSources.Sum(source => source.SyntaxTree.GetRoot().DescendantNodes(node => node is not TypeDeclarationSyntax).Count(node => node is BaseTypeDeclarationSyntax));
        if (Types == 0 || result.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            throw new InvalidOperationException("The document to be measured generates nothing: " + string.Join('\n', result.Diagnostics.Take(3)));
        }
    }

    /// <summary>How many types the document generates.</summary>
    public int Types { get; }

    /// <summary>Generates everything, as a build does whose compiler is warm.</summary>
    public object FromNothing() => CreateDriver().RunGenerators(_compilation);

    /// <summary>Generates and compiles everything.</summary>
    public CompiledCode Compile()
    {
        CreateDriver().RunGeneratorsAndUpdateCompilation(_compilation, out var compilation, out _);
        return Compile(compilation);
    }

    /// <summary>Compiles what somebody else has generated.</summary>
    /// <param name="folder">Where its files are.</param>
    public CompiledCode Compile(string folder) => Compile(_compilation.AddSyntaxTrees(
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file))));

    private static CompiledCode Compile(Compilation compilation)
    {
        var image = new MemoryStream();
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var result = compilation.Emit(image);
        var elapsed = System.Diagnostics.Stopwatch.GetElapsedTime(started);
        return result.Success
            ? new CompiledCode(compilation.SyntaxTrees.Sum(tree => tree.GetText().Lines.Count), image.Length, elapsed)
            : throw new InvalidOperationException("What was generated does not compile: " + string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(3)));
    }

    /// <summary>Changes one description in the document.</summary>
    public object EditDocument()
    {
        var edited = new DocumentText(_texts[++_edits % 2]);
        _driver = _driver.ReplaceAdditionalText(_document, edited).RunGenerators(_compilation);
        _document = edited;
        return _driver;
    }

    /// <summary>Changes C# that has nothing to do with the document.</summary>
    public object EditCode()
    {
        var tree = _compilation.SyntaxTrees[0];
        _compilation = _compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText($"class Program {{ /* {++_edits} */ }}"));
        _driver = _driver.RunGenerators(_compilation);
        return _driver;
    }

    private CSharpGeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create(
        [new OpenApiClientGenerator().AsSourceGenerator()], [_document], parseOptions: null, new ItemMetadata(
            ImmutableDictionary<string, string>.Empty
                .Add("SourceItemGroup", "OpenApiClient")
                .Add("Preconditions", "None")
                .Add("DirectJson", _hasDirectJson ? "true" : "false")));
}
