using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SieSmart.Analyzers.Preconditions;

namespace SieSmart.Analyzers.Tests.Compiling;

/// <summary>Compiles the source of somebody who uses a client, and runs all analyzers over it.</summary>
internal static class Consumer
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("xunit", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly ImmutableArray<SyntaxTree> Surroundings =
    [
        Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Sources/Apis/Shop.g.cs")), "Shop.g.cs"),
        Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Sources/Apis/Resilience.g.cs")), "Resilience.g.cs"),
        Parse(
            """
            global using System;
            global using System.Collections.Generic;
            global using System.Globalization;
            global using System.IO;
            global using System.Linq;
            global using System.Threading;
            global using System.Threading.Tasks;
            global using Microsoft.Extensions.Configuration;
            global using Microsoft.Extensions.DependencyInjection;
            global using Microsoft.Extensions.Logging;
            global using Microsoft.Kiota.Abstractions;
            global using Polly;
            global using Shop;
            global using SieSmart;
            global using SieSmart.Client;
            global using SieSmart.Models;
            global using SieSmart.Runtime;
            """,
            "Usings.g.cs"),
    ];

    // Made once, so that all compilations share what was read from the references.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Consumer", Surroundings, References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    // The same shop, but as a vendor's assembly with guards beside it.
    private static readonly CSharpCompilation Foreign = Empty
        .ReplaceSyntaxTree(Surroundings[0], Parse(ForeignShop.GuardsAndMarks, "ShopClientGuards.g.cs"))
        .AddReferences(ShopOfVendor());

    /// <summary>All analyzers of the package.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(UnguardedWriteAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Statements, with what a method around them typically has.</summary>
    public static string Method(string statements) =>
        $$"""
        class Consumer
        {
            async Task RunAsync(
                SieSmartClient client, ShopClient shop, long id, long otherId, ETag etag, Customer customer, Calculation calculation,
                List<Asset> assets, BankAccount account, DecisionRequest request, Order order, ProposalCreate create, ILogger logger, CancellationToken cancellationToken)
            {
                await Task.Yield();
                {{statements.ReplaceLineEndings("\n        ")}}
            }
        }
        """;

    /// <summary>An example of the documentation, which declares of the usual variables what it shows.</summary>
    public static string Example(string statements)
    {
        var variables = new[]
        {
            ("SieSmartClient", "client"), ("ShopClient", "shop"), ("long", "id"), ("long", "otherId"), ("ETag", "etag"), ("Customer", "customer"),
            ("Calculation", "calculation"), ("List<Asset>", "assets"), ("Order", "order"), ("string", "storedETag"), ("ProposalCreate", "create"),
            ("IServiceCollection", "services"), ("IConfiguration", "configuration"),
        };
        var missing = variables.Where(variable => !Declares(statements, variable.Item2)).Select(variable => $"{variable.Item1} {variable.Item2}");
        return $$"""
            class Example
            {
                async Task RunAsync({{string.Join(", ", missing)}})
                {
                    await Task.Yield();
                    {{statements.ReplaceLineEndings("\n        ")}}
                }
            }
            """;
    }

    /// <summary>What the analyzers say of a source, which must compile.</summary>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source, params MetadataReference[] more) =>
        AnalyzeAsync(Compile((source, "Consumer.cs")).AddReferences(more), source);

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation, string source)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var errors = compilation.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, $"The source does not compile:\n{string.Join('\n', errors)}\n{source}");

        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync(cancellationToken);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id.StartsWith("AD", StringComparison.Ordinal));
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Checks that the analyzers find what is marked, and nothing else; where the shop is called, also if its client is a vendor's.
    /// </summary>
    public static async Task<ImmutableArray<Diagnostic>> ExpectAsync(string marked)
    {
        var source = MarkedSource.Parse(marked);
        if (source.Text.Contains("shop.", StringComparison.Ordinal))
        {
            await AnalyzeAsync(Compile(Foreign, (source.Text, "Consumer.cs")), source);
        }

        return await AnalyzeAsync(Compile((source.Text, "Consumer.cs")), source);
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation, MarkedSource source)
    {
        var diagnostics = await AnalyzeAsync(compilation, source.Text);
        var found = string.Join('\n', diagnostics.Select(Finding.Of));
        Assert.True(string.Equals(string.Join('\n', source.Expected), found, StringComparison.Ordinal),
            $"Expected:\n{string.Join('\n', source.Expected)}\nFound:\n{found}\nIn:\n{source.Text}");
        return diagnostics;
    }

    /// <summary>Checks what the analyzers find in statements.</summary>
    public static Task<ImmutableArray<Diagnostic>> ExpectInMethodAsync(string marked) => ExpectAsync(Method(marked));

    /// <summary>A project of these files; with statements at the top of one it is a program.</summary>
    public static CSharpCompilation Compile(params (string Text, string Path)[] files) => Compile(Empty, files);

    private static CSharpCompilation Compile(CSharpCompilation empty, params (string Text, string Path)[] files)
    {
        var trees = files.Select(file => Parse(file.Text, file.Path)).ToList();
        var isProgram = trees.Any(tree => tree.GetCompilationUnitRoot(TestContext.Current.CancellationToken).Members.Any(SyntaxKind.GlobalStatement));
        var kind = isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        return empty.WithOptions(empty.Options.WithOutputKind(kind)).AddSyntaxTrees(trees);
    }

    private static bool Declares(string statements, string variable)
    {
        var root = CSharpSyntaxTree.ParseText(statements, ParseOptions).GetRoot(TestContext.Current.CancellationToken);
        return root.DescendantNodes().Any(node => node switch
        {
            VariableDeclaratorSyntax declarator => declarator.Identifier.ValueText == variable,
            SingleVariableDesignationSyntax designation => designation.Identifier.ValueText == variable,
            _ => false,
        });
    }

    private static PortableExecutableReference ShopOfVendor()
    {
        var image = new MemoryStream();
        var result = CSharpCompilation
            .Create("Shop", [Parse(ForeignShop.Client, "Shop.cs")], References.Where(reference => Path.GetFileName(reference.Display)?.StartsWith("SieSmart", StringComparison.Ordinal) == false), Empty.Options)
            .Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        image.Position = 0;
        return MetadataReference.CreateFromStream(image);
    }

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path);
}
