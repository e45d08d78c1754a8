using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Parity.Tests.Clients;

/// <summary>Compiles generated clients against Kiota's packages, as a project for .NET 10 does.</summary>
internal static class ClientCompiler
{
    /// <summary>What the compiler defines for .NET 10; Kiota's output asks for some of these.</summary>
    private static readonly string[] Symbols =
    [
        "NET", "NETCOREAPP", "NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER",
        "NET10_0", "NET10_0_OR_GREATER", "NETCOREAPP3_1_OR_GREATER",
    ];

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, preprocessorSymbols: Symbols);

    private static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => IsOfAConsumer(Path.GetFileName(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static CSharpCompilationOptions Options { get; } = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        .WithNullableContextOptions(NullableContextOptions.Enable)
        .WithOptimizationLevel(OptimizationLevel.Debug);

    public static CSharpCompilation Compilation(IEnumerable<ClientSource> sources) => CSharpCompilation.Create(
        "Client",
        sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, ParseOptions, source.Path)),
        References,
        Options);

    // The host of the tests has more than a project that uses a client: only the framework, Kiota's packages and our runtime, where it is there, are wanted.
    private static bool IsOfAConsumer(string file) =>
        file.StartsWith("System.", StringComparison.Ordinal) || file.StartsWith("Microsoft.Kiota.", StringComparison.Ordinal) ||
        file is "SieSmart.Runtime.dll" or "mscorlib.dll" or "netstandard.dll" or "Std.UriTemplate.dll" or "Microsoft.Win32.Primitives.dll";
}
